-- accrete:undo V0002 case h2
-- accrete:model 1:708203615a8a119ac34ff57f5a7b8d34
-- accrete:verdict breaking
--
-- Changes
--   label   drop table   Label
-- Locks
--   none
-- Hazards
--   [ACC-H202] label: the running version of the application still uses the table
--   [ACC-H301] label: its data is gone for good
-- Data that does not come back
--   label: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop label
DROP TABLE IF EXISTS label;
