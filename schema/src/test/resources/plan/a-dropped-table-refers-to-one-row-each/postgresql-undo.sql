-- accrete:undo V0002 case postgresql
-- accrete:model 1:842e9eec0ffdadbdf92297a92342d85d
-- accrete:verdict breaking
--
-- Changes
--   draft    create table
--   remark   add empty rows to draft that remark_draft_id_fkey misses     Remark
--   remark   add foreign key remark_draft_id_fkey (draft_id) to draft     Remark
--   draft    add foreign key draft_place_id_fkey (place_id) to place
--   draft    add foreign key draft_author_id_fkey (author_id) to author
-- Locks
--   author   SHARE ROW EXCLUSIVE, instant
--   draft    SHARE ROW EXCLUSIVE, instant
--   place    SHARE ROW EXCLUSIVE, instant
--   remark   SHARE ROW EXCLUSIVE, instant
--   remark   SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] remark: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] remark: the running version fails when it writes references to rows of draft, which it does not know
--   [ACC-H401] remark: no index starts with [draft_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   remark: add empty rows to draft that remark_draft_id_fkey misses
--   draft: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create draft, which nobody uses yet
BEGIN;
CREATE TABLE draft (
    id uuid NOT NULL,
    author_id bigint NOT NULL,
    language varchar(20) NOT NULL,
    place_id bigint NOT NULL,
    CONSTRAINT draft_pkey PRIMARY KEY (id),
    CONSTRAINT draft_language_author_id_key UNIQUE (language, author_id),
    CONSTRAINT draft_place_id_key UNIQUE (place_id)
);
COMMIT;

-- accrete:step 2 transaction locks=author draft: add foreign key draft_author_id_fkey, no rows to check yet
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE draft ADD CONSTRAINT draft_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (id);
COMMIT;

-- accrete:step 3 transaction locks=place draft: add foreign key draft_place_id_fkey, no rows to check yet
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE draft ADD CONSTRAINT draft_place_id_fkey FOREIGN KEY (place_id) REFERENCES place (id);
COMMIT;

-- accrete:step 4 autocommit remark: mend references to draft
SET statement_timeout = 0;

INSERT INTO draft (id, author_id, language, place_id)
    SELECT id, case when row_number() over (order by id) <= (select count(*) from author p where not exists (select 1 from draft c where c.author_id = p.id)) then (select array_agg(p.id order by p.id) from author p where not exists (select 1 from draft c where c.author_id = p.id))[row_number() over (order by id)] end, '', case when row_number() over (order by id) <= (select count(*) from place p where not exists (select 1 from draft c where c.place_id = p.id)) then (select array_agg(p.id order by p.id) from place p where not exists (select 1 from draft c where c.place_id = p.id))[row_number() over (order by id)] end FROM (SELECT DISTINCT remark.draft_id AS id FROM remark
    WHERE remark.draft_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM draft r WHERE r.id = remark.draft_id)) k;

RESET statement_timeout;

-- accrete:step 5 transaction locks=draft,remark remark: add foreign key remark_draft_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE draft, remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ADD CONSTRAINT remark_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction remark: validate remark_draft_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE remark VALIDATE CONSTRAINT remark_draft_id_fkey;
COMMIT;
