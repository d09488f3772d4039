-- accrete:migration V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict compatible
--
-- Changes
--   customer.fax   keep unmapped column               Customer
--   customer.fax   drop not null of unmapped column   Customer
--   newsletter     keep unmapped table
-- Locks
--   customer       ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=customer customer.fax: accept rows without a value
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer ALTER COLUMN fax DROP NOT NULL;
