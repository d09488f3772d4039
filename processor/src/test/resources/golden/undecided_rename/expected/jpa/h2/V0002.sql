-- accrete:migration V0002 draft h2
-- accrete:model 1:9f7e684ed4c27b1c79349f1ef0741779
-- accrete:verdict compatible
--
-- Changes
--   Customer.name       keep unmapped column      Customer
--   Customer.fullName   add column varchar(255)   Customer.fullName
-- Locks
--   Customer            EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit Customer.fullName: add column
ALTER TABLE Customer ADD COLUMN fullName varchar(255);
