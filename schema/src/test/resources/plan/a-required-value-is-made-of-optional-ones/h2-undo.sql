-- accrete:undo V0002 case h2
-- accrete:model 1:50f0a8f00cf1d6fbd2764486c4a08513
-- accrete:verdict breaking
--
-- Changes
--   person.name       drop column   Person.name
--   person.known_as   drop column   Person.knownAs
-- Locks
--   person            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] person.name: the running version of the application still reads and writes the column
--   [ACC-H301] person.name: its data is gone for good
--   [ACC-H202] person.known_as: the running version of the application still reads and writes the column
--   [ACC-H301] person.known_as: its data is gone for good
-- Data that does not come back
--   person.known_as: all values
--   person.name: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit person.known_as: drop column
ALTER TABLE person DROP COLUMN IF EXISTS known_as;

-- accrete:step 2 autocommit person.name: drop column
ALTER TABLE person DROP COLUMN IF EXISTS name;
