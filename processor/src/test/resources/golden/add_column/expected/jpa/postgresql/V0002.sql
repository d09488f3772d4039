-- accrete:migration V0002 draft postgresql
-- accrete:model 1:2bd22142b066bfe63026011adb362148
-- accrete:verdict compatible
--
-- Changes
--   Customer.phone   add column varchar(40)   Customer.phone
-- Locks
--   Customer         ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=Customer Customer.phone: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer ADD COLUMN phone varchar(40);
