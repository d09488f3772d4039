-- accrete:undo V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   customer.joined_at   drop column   Customer.joinedAt
-- Locks
--   customer             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] customer.joined_at: the running version of the application still reads and writes the column
--   [ACC-H301] customer.joined_at: its data is gone for good
-- Data that does not come back
--   customer.joined_at: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit customer.joined_at: drop column
ALTER TABLE customer DROP COLUMN IF EXISTS joined_at;
