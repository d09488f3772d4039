-- accrete:undo V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   customer.joined_at   drop column   Customer.joinedAt
-- Locks
--   customer             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] customer.joined_at: the running version of the application still reads and writes the column
--   [ACC-H301] customer.joined_at: its data is gone for good
-- Data that does not come back
--   customer.joined_at: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=customer customer.joined_at: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer DROP COLUMN joined_at;
