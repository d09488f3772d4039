-- accrete:undo V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   Customer.phone   drop column   Customer.phone
-- Locks
--   Customer         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] Customer.phone: the running version of the application still reads and writes the column
--   [ACC-H301] Customer.phone: its data is gone for good
-- Data that does not come back
--   Customer.phone: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=Customer Customer.phone: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer DROP COLUMN phone;
