-- accrete:undo V0002 case postgresql
-- accrete:model 1:8c0c4cf53dc6bcc6d7e5f24c2f967235
-- accrete:verdict breaking
--
-- Changes
--   draft.title   add column varchar(20)                                               Draft
--   reader        drop foreign key reader_document_id_fkey (document_id) to document   Reader
--   draft         drop foreign key draft_id_fkey (id) to document                      Draft
--   document      drop table                                                           Document
-- Locks
--   document      ACCESS EXCLUSIVE, instant
--   draft         ACCESS EXCLUSIVE, instant
--   reader        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] document: the running version of the application still uses the table
--   [ACC-H301] document: its data is gone for good
-- Data that does not come back
--   document: all rows
--   draft.title: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=document,draft draft: drop foreign key draft_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE document, draft IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE draft DROP CONSTRAINT draft_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=document,reader reader: drop foreign key reader_document_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE document, reader IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE reader DROP CONSTRAINT reader_document_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=draft draft.title: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE draft IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE draft ADD COLUMN title varchar(20);
COMMIT;

-- accrete:step 4 transaction locks=document drop document
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE document IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE document;
COMMIT;
