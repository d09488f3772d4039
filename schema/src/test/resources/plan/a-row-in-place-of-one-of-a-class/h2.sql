-- accrete:migration V0002 case h2
-- accrete:model 1:dfce3c77040dfbf67b460666175e52e4
-- accrete:verdict breaking
--
-- Changes
--   note    drop foreign key note_block_id_fkey (block_id) to block   Note
--   block   drop table
-- Locks
--   note    EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] block: the running version of the application still uses the table
--   [ACC-H301] block: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit note: drop foreign key note_block_id_fkey
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_block_id_fkey;

-- accrete:step 2 autocommit drop block
DROP TABLE IF EXISTS block;
