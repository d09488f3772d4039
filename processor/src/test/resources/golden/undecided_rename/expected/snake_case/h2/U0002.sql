-- accrete:undo V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   customer.full_name   drop column   Customer.fullName
-- Locks
--   customer             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] customer.full_name: the running version of the application still reads and writes the column
--   [ACC-H301] customer.full_name: its data is gone for good
-- Data that does not come back
--   customer.full_name: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit customer.full_name: drop column
ALTER TABLE customer DROP COLUMN IF EXISTS full_name;
