-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   Customer   drop table   Customer
-- Locks
--   Customer   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] Customer: the running version of the application still uses the table
--   [ACC-H301] Customer: its data is gone for good
-- Data that does not come back
--   Customer: all rows
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=Customer drop Customer
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE Customer;
