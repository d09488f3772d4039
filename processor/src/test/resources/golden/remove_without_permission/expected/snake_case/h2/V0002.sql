-- accrete:migration V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict compatible
--
-- Changes
--   customer.fax   keep unmapped column               Customer
--   customer.fax   drop not null of unmapped column   Customer
--   newsletter     keep unmapped table
-- Locks
--   customer       EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit customer.fax: accept rows without a value
ALTER TABLE customer ALTER COLUMN fax DROP NOT NULL;
