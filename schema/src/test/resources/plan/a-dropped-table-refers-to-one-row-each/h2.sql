-- accrete:migration V0002 case h2
-- accrete:model 1:2e2744f61220a138f1cc919880adacc2
-- accrete:verdict breaking
--
-- Changes
--   draft    drop foreign key draft_author_id_fkey (author_id) to author
--   draft    drop foreign key draft_place_id_fkey (place_id) to place
--   remark   drop foreign key remark_draft_id_fkey (draft_id) to draft     Remark
--   draft    drop table
-- Locks
--   remark   EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] draft: the running version of the application still uses the table
--   [ACC-H301] draft: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit remark: drop foreign key remark_draft_id_fkey
ALTER TABLE remark DROP CONSTRAINT IF EXISTS remark_draft_id_fkey;

-- accrete:step 2 autocommit drop draft
ALTER TABLE IF EXISTS draft DROP CONSTRAINT IF EXISTS draft_author_id_fkey;
ALTER TABLE IF EXISTS draft DROP CONSTRAINT IF EXISTS draft_place_id_fkey;
DROP TABLE IF EXISTS draft;
