-- accrete:migration V0002 case postgresql
-- accrete:model 1:dfce3c77040dfbf67b460666175e52e4
-- accrete:verdict breaking
--
-- Changes
--   note    drop foreign key note_block_id_fkey (block_id) to block   Note
--   block   drop table
-- Locks
--   block   ACCESS EXCLUSIVE, instant
--   note    ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] block: the running version of the application still uses the table
--   [ACC-H301] block: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=block,note note: drop foreign key note_block_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE block, note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note DROP CONSTRAINT note_block_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=block drop block
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE block IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE block;
COMMIT;
