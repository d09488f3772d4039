-- accrete:migration V0002 draft postgresql
-- accrete:model 1:9f7e684ed4c27b1c79349f1ef0741779
-- accrete:verdict compatible
--
-- Changes
--   Customer.name       keep unmapped column      Customer
--   Customer.fullName   add column varchar(255)   Customer.fullName
-- Locks
--   Customer            ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=Customer Customer.fullName: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer ADD COLUMN fullName varchar(255);
