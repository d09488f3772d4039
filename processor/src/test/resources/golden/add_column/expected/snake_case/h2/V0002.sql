-- accrete:migration V0002 draft h2
-- accrete:model 1:2bd22142b066bfe63026011adb362148
-- accrete:verdict compatible
--
-- Changes
--   customer.phone   add column varchar(40)   Customer.phone
-- Locks
--   customer         EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit customer.phone: add column
ALTER TABLE customer ADD COLUMN phone varchar(40);
