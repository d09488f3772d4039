-- accrete:undo V0002 case h2
-- accrete:model 1:0cf09be33076e6cf7a113738dab9b79e
-- accrete:verdict breaking
--
-- Changes
--   document.start   drop column   Document.start
--   letter           drop table    Letter
-- Locks
--   document         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] document.start: the running version of the application still reads and writes the column
--   [ACC-H301] document.start: its data is gone for good
--   [ACC-H202] letter: the running version of the application still uses the table
--   [ACC-H301] letter: its data is gone for good
-- Data that does not come back
--   letter: all rows
--   document.start: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit document.start: drop column
ALTER TABLE document DROP COLUMN IF EXISTS start;

-- accrete:step 2 autocommit drop letter
DROP TABLE IF EXISTS letter;
