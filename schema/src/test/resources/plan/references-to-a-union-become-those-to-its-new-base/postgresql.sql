-- accrete:migration V0002 case postgresql
-- accrete:model 1:b79a447bbe810677686e752d12ef14d0
-- accrete:verdict breaking
--
-- Changes
--   document      create table                                                        Document
--   document      fill with (id, title) select id, title from draft                   Document
--   draft         add foreign key draft_id_fkey (id) to document                      Draft
--   reader        add foreign key reader_document_id_fkey (document_id) to document   Reader
--   draft.title   drop column                                                         Draft
-- Locks
--   document      SHARE ROW EXCLUSIVE, instant
--   draft         ACCESS EXCLUSIVE, instant
--   draft         SHARE UPDATE EXCLUSIVE, scan
--   reader        SHARE ROW EXCLUSIVE, instant
--   reader        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] document: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] draft: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] draft: the running version fails when it writes references to rows of document, which it does not know
--   [ACC-H205] reader: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] reader: the running version fails when it writes references to rows of document, which it does not know
--   [ACC-H401] reader: no index starts with [document_id], so each delete of a referenced row reads the whole table
--   [ACC-H202] draft.title: the running version of the application still reads and writes the column
--   [ACC-H301] draft.title: its data is gone for good
-- Rows that stop this
--   reader: references to rows of document that are not there
--     SELECT * FROM reader c WHERE c.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT id from draft) p (id) WHERE p.id = c.document_id);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create document, which nobody uses yet
BEGIN;
CREATE TABLE document (
    id bigint NOT NULL,
    title varchar(20),
    CONSTRAINT document_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction document: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO document (id, title) select id, title from draft;
COMMIT;

-- accrete:step 3 transaction locks=document,draft draft: add foreign key draft_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE document, draft IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE draft ADD CONSTRAINT draft_id_fkey FOREIGN KEY (id) REFERENCES document (id) NOT VALID;
COMMIT;

-- accrete:step 4 transaction draft: validate draft_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE draft VALIDATE CONSTRAINT draft_id_fkey;
COMMIT;

-- accrete:step 5 transaction locks=document,reader reader: add foreign key reader_document_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE document, reader IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE reader ADD CONSTRAINT reader_document_id_fkey FOREIGN KEY (document_id) REFERENCES document (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction reader: validate reader_document_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE reader VALIDATE CONSTRAINT reader_document_id_fkey;
COMMIT;

-- accrete:step 7 transaction locks=draft draft.title: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE draft IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE draft DROP COLUMN title;
COMMIT;
