-- accrete:migration V0002 draft postgresql
-- accrete:model 1:2bd22142b066bfe63026011adb362148
-- accrete:verdict compatible
--
-- Changes
--   customer.phone   add column varchar(40)   Customer.phone
-- Locks
--   customer         ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=customer customer.phone: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer ADD COLUMN phone varchar(40);
