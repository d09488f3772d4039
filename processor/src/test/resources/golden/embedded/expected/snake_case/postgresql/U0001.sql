-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   customer   drop table   Customer
-- Locks
--   customer   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] customer: the running version of the application still uses the table
--   [ACC-H301] customer: its data is gone for good
-- Data that does not come back
--   customer: all rows
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=customer drop customer
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE customer;
