-- accrete:undo V0002 case postgresql
-- accrete:model 1:708203615a8a119ac34ff57f5a7b8d34
-- accrete:verdict breaking
--
-- Changes
--   label   drop table   Label
-- Locks
--   label   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] label: the running version of the application still uses the table
--   [ACC-H301] label: its data is gone for good
-- Data that does not come back
--   label: all rows
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=label drop label
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE label IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE label;
