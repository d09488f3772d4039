-- accrete:undo V0002 case postgresql
-- accrete:model 1:50f0a8f00cf1d6fbd2764486c4a08513
-- accrete:verdict breaking
--
-- Changes
--   person.name       drop column   Person.name
--   person.known_as   drop column   Person.knownAs
-- Locks
--   person            ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] person.name: the running version of the application still reads and writes the column
--   [ACC-H301] person.name: its data is gone for good
--   [ACC-H202] person.known_as: the running version of the application still reads and writes the column
--   [ACC-H301] person.known_as: its data is gone for good
-- Data that does not come back
--   person.known_as: all values
--   person.name: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=person person.known_as: drop column; person.name: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person DROP COLUMN known_as;
ALTER TABLE person DROP COLUMN name;
