-- accrete:migration V0002 case postgresql
-- accrete:model 1:664cc7534ce0d4ad9d5389380df0e51f
-- accrete:verdict breaking
--
-- Changes
--   note            drop foreign key note_about_id_fkey (about_id) to city                                          Note
--   memo            create table                                                                                    Memo
--   memo            fill with (id, about_id, text) select id, about_id, text from note where about_id is not null   Memo
--   note.about_id   keep unmapped column                                                                            Note
--   note.text       keep unmapped column                                                                            Note
--   note.text       drop not null of unmapped column                                                                Note
--   memo            add foreign key memo_about_id_fkey (about_id) to person                                         Memo
-- Locks
--   city            ACCESS EXCLUSIVE, instant
--   memo            SHARE ROW EXCLUSIVE, instant
--   memo            SHARE UPDATE EXCLUSIVE, scan
--   note            ACCESS EXCLUSIVE, instant
--   person          SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] memo: rows that the running version writes from now on where they have been until now are not taken over
-- Rows that stop this
--   memo: rows that it takes over with references to rows of person that are not there
--     SELECT * FROM (select id, about_id, text from note where about_id is not null) taken(id, about_id, text) WHERE taken.about_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = taken.about_id);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=city,note note: drop foreign key note_about_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city, note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note DROP CONSTRAINT note_about_id_fkey;
COMMIT;

-- accrete:step 2 transaction create memo, which nobody uses yet
BEGIN;
CREATE TABLE memo (
    id bigint NOT NULL,
    about_id bigint,
    text varchar(255) NOT NULL,
    CONSTRAINT memo_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 3 transaction memo: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO memo (id, about_id, text) select id, about_id, text from note where about_id is not null;
COMMIT;

-- accrete:step 4 transaction locks=note note.text: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ALTER COLUMN text DROP NOT NULL;
COMMIT;

-- accrete:step 5 transaction locks=memo,person memo: add foreign key memo_about_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE memo, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE memo ADD CONSTRAINT memo_about_id_fkey FOREIGN KEY (about_id) REFERENCES person (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction memo: validate memo_about_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE memo VALIDATE CONSTRAINT memo_about_id_fkey;
COMMIT;
