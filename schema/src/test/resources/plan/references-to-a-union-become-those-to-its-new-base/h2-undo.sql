-- accrete:undo V0002 case h2
-- accrete:model 1:8c0c4cf53dc6bcc6d7e5f24c2f967235
-- accrete:verdict breaking
--
-- Changes
--   draft.title   add column varchar(20)                                               Draft
--   reader        drop foreign key reader_document_id_fkey (document_id) to document   Reader
--   draft         drop foreign key draft_id_fkey (id) to document                      Draft
--   document      drop table                                                           Document
-- Locks
--   draft         EXCLUSIVE, rewrite
--   reader        EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] document: the running version of the application still uses the table
--   [ACC-H301] document: its data is gone for good
-- Data that does not come back
--   document: all rows
--   draft.title: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit draft: drop foreign key draft_id_fkey
ALTER TABLE draft DROP CONSTRAINT IF EXISTS draft_id_fkey;

-- accrete:step 2 autocommit reader: drop foreign key reader_document_id_fkey
ALTER TABLE reader DROP CONSTRAINT IF EXISTS reader_document_id_fkey;

-- accrete:step 3 autocommit draft.title: add column
ALTER TABLE draft ADD COLUMN title varchar(20);

-- accrete:step 4 autocommit drop document
DROP TABLE IF EXISTS document;
