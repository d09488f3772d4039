-- accrete:migration V0002 case h2
-- accrete:model 1:050e4d4cf004322870b962d16d8d58a0
-- accrete:verdict breaking
--
-- Changes
--   letter           create table                                                           Letter
--   letter           fill with (id, title, body, scan, subject) select id, d.body, coalesce(d.body, ''), scan, coalesce(note, 'a, b') from document d where id > 0   Letter
--   document.start   add column varchar(10), existing rows: substring(body from 1 for 10)   Document.start
-- Locks
--   document         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] letter: rows that the running version writes from now on where they have been until now are not taken over
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create letter
CREATE TABLE letter (
    id bigint NOT NULL,
    title clob,
    body clob NOT NULL,
    scan blob,
    subject clob,
    CONSTRAINT letter_pkey PRIMARY KEY (id)
);

-- accrete:step 2 transaction letter: take over rows
BEGIN;
INSERT INTO letter (id, title, body, scan, subject) select id, d.body, coalesce(d.body, ''), scan, coalesce(note, 'a, b') from document d where id > 0;
COMMIT;

-- accrete:step 3 autocommit document.start: add column
ALTER TABLE document ADD COLUMN start varchar(10);
UPDATE document SET start = substring(body from 1 for 10) WHERE start IS NULL;
