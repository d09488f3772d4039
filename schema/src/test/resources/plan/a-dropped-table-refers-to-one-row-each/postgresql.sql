-- accrete:migration V0002 case postgresql
-- accrete:model 1:2e2744f61220a138f1cc919880adacc2
-- accrete:verdict breaking
--
-- Changes
--   draft    drop foreign key draft_author_id_fkey (author_id) to author
--   draft    drop foreign key draft_place_id_fkey (place_id) to place
--   remark   drop foreign key remark_draft_id_fkey (draft_id) to draft     Remark
--   draft    drop table
-- Locks
--   author   ACCESS EXCLUSIVE, instant
--   draft    ACCESS EXCLUSIVE, instant
--   place    ACCESS EXCLUSIVE, instant
--   remark   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] draft: the running version of the application still uses the table
--   [ACC-H301] draft: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=draft,remark remark: drop foreign key remark_draft_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE draft, remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark DROP CONSTRAINT remark_draft_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=author,draft draft: drop foreign key draft_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, draft IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE draft DROP CONSTRAINT draft_author_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=draft,place draft: drop foreign key draft_place_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE draft, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE draft DROP CONSTRAINT draft_place_id_fkey;
COMMIT;

-- accrete:step 4 transaction locks=draft drop draft
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE draft IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE draft;
COMMIT;
