-- accrete:migration V0002 draft h2
-- accrete:model 1:d3dd3db768856b17126df1f5e945580f
-- accrete:verdict compatible
--
-- Changes
--   customer.name        keep unmapped column      Customer
--   customer.full_name   add column varchar(255)   Customer.fullName
-- Locks
--   customer             EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit customer.full_name: add column
ALTER TABLE customer ADD COLUMN full_name varchar(255);
