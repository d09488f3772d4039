-- accrete:undo V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict compatible
--
-- Changes
--   Customer.name   drop not null   Customer.name
-- Locks
--   Customer        ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=Customer Customer.name: accept rows without a value
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer ALTER COLUMN name DROP NOT NULL;
