-- accrete:undo V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict compatible
--
-- Changes
--   customer.name   drop not null   Customer.name
-- Locks
--   customer        EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit customer.name: accept rows without a value
ALTER TABLE customer ALTER COLUMN name DROP NOT NULL;
