-- accrete:undo V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   Customer.phone   drop column   Customer.phone
-- Locks
--   Customer         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] Customer.phone: the running version of the application still reads and writes the column
--   [ACC-H301] Customer.phone: its data is gone for good
-- Data that does not come back
--   Customer.phone: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit Customer.phone: drop column
ALTER TABLE Customer DROP COLUMN IF EXISTS phone;
