-- accrete:undo V0002 case postgresql
-- accrete:model 1:0cf09be33076e6cf7a113738dab9b79e
-- accrete:verdict breaking
--
-- Changes
--   document.start   drop column   Document.start
--   letter           drop table    Letter
-- Locks
--   document         ACCESS EXCLUSIVE, instant
--   letter           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] document.start: the running version of the application still reads and writes the column
--   [ACC-H301] document.start: its data is gone for good
--   [ACC-H202] letter: the running version of the application still uses the table
--   [ACC-H301] letter: its data is gone for good
-- Data that does not come back
--   letter: all rows
--   document.start: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=document document.start: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE document IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE document DROP COLUMN start;
COMMIT;

-- accrete:step 2 transaction locks=letter drop letter
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE letter;
COMMIT;
