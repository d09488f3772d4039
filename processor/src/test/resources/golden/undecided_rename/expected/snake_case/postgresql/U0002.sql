-- accrete:undo V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   customer.full_name   drop column   Customer.fullName
-- Locks
--   customer             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] customer.full_name: the running version of the application still reads and writes the column
--   [ACC-H301] customer.full_name: its data is gone for good
-- Data that does not come back
--   customer.full_name: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=customer customer.full_name: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer DROP COLUMN full_name;
