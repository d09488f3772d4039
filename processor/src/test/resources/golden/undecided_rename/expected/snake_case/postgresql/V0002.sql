-- accrete:migration V0002 draft postgresql
-- accrete:model 1:d3dd3db768856b17126df1f5e945580f
-- accrete:verdict compatible
--
-- Changes
--   customer.name        keep unmapped column      Customer
--   customer.full_name   add column varchar(255)   Customer.fullName
-- Locks
--   customer             ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=customer customer.full_name: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer ADD COLUMN full_name varchar(255);
