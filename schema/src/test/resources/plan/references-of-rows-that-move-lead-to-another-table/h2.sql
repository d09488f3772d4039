-- accrete:migration V0002 case h2
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
--   memo            EXCLUSIVE, scan
--   note            EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] memo: rows that the running version writes from now on where they have been until now are not taken over
-- Rows that stop this
--   memo: rows that it takes over with references to rows of person that are not there
--     SELECT * FROM (select id, about_id, text from note where about_id is not null) taken(id, about_id, text) WHERE taken.about_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = taken.about_id);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit note: drop foreign key note_about_id_fkey
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_about_id_fkey;

-- accrete:step 2 autocommit create memo
CREATE TABLE memo (
    id bigint NOT NULL,
    about_id bigint,
    text varchar(255) NOT NULL,
    CONSTRAINT memo_pkey PRIMARY KEY (id)
);

-- accrete:step 3 transaction memo: take over rows
BEGIN;
INSERT INTO memo (id, about_id, text) select id, about_id, text from note where about_id is not null;
COMMIT;

-- accrete:step 4 autocommit note.text: accept rows without a value
ALTER TABLE note ALTER COLUMN text DROP NOT NULL;

-- accrete:step 5 autocommit memo: add foreign key memo_about_id_fkey
ALTER TABLE memo ADD CONSTRAINT memo_about_id_fkey FOREIGN KEY (about_id) REFERENCES person (id);
