-- accrete:migration V0002 case h2
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
--   draft         EXCLUSIVE, rewrite
--   reader        EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] document: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] draft: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] draft: the running version fails when it writes references to rows of document, which it does not know
--   [ACC-H205] reader: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] reader: the running version fails when it writes references to rows of document, which it does not know
--   [ACC-H202] draft.title: the running version of the application still reads and writes the column
--   [ACC-H301] draft.title: its data is gone for good
-- Rows that stop this
--   reader: references to rows of document that are not there
--     SELECT * FROM reader c WHERE c.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT id from draft) p (id) WHERE p.id = c.document_id);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create document
CREATE TABLE document (
    id bigint NOT NULL,
    title varchar(20),
    CONSTRAINT document_pkey PRIMARY KEY (id)
);

-- accrete:step 2 transaction document: take over rows
BEGIN;
INSERT INTO document (id, title) select id, title from draft;
COMMIT;

-- accrete:step 3 autocommit draft: add foreign key draft_id_fkey
ALTER TABLE draft ADD CONSTRAINT draft_id_fkey FOREIGN KEY (id) REFERENCES document (id);

-- accrete:step 4 autocommit reader: add foreign key reader_document_id_fkey
ALTER TABLE reader ADD CONSTRAINT reader_document_id_fkey FOREIGN KEY (document_id) REFERENCES document (id);

-- accrete:step 5 autocommit draft.title: drop column
ALTER TABLE draft DROP COLUMN IF EXISTS title;
