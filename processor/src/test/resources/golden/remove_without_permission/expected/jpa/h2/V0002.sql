-- accrete:migration V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict compatible
--
-- Changes
--   Customer.fax   keep unmapped column               Customer
--   Customer.fax   drop not null of unmapped column   Customer
--   Newsletter     keep unmapped table
-- Locks
--   Customer       EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit Customer.fax: accept rows without a value
ALTER TABLE Customer ALTER COLUMN fax DROP NOT NULL;
