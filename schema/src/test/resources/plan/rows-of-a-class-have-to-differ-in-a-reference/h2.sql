-- accrete:migration V0002 case h2
-- accrete:model 1:c0e9e2f745db609194bc910c8008b067
-- accrete:verdict breaking
--
-- Changes
--   note.answered_id   add column bigint, existing rows: case when kind = 'Letter' then case when row_number() over (order by id) <= (select count(*) from note p) then (select array_agg(p.id order by p.id) from note p)[row_number() over (order by id)] end end   Note.answeredId
--   note               add unique constraint note_answered_id_key (answered_id)      Note
--   note               add check note_check                                          Note
--   note               add foreign key note_answered_id_fkey (answered_id) to note   Note
-- Locks
--   note               EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] note: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H203] note: rows that the running version writes without answered_id fail
--   [ACC-H205] note: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit note.answered_id: add column
ALTER TABLE note ADD COLUMN answered_id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS note_answered_id_values AS
    SELECT id AS key_1, case when kind = 'Letter' then case when row_number() over (order by id) <= (select count(*) from note p) then (select array_agg(p.id order by p.id) from note p)[row_number() over (order by id)] end end AS found
    FROM note;

CREATE UNIQUE INDEX IF NOT EXISTS note_answered_id_place ON note_answered_id_values (key_1);
UPDATE note SET answered_id = (SELECT v.found FROM note_answered_id_values v WHERE v.key_1 = note.id) WHERE answered_id IS NULL;
DROP TABLE IF EXISTS note_answered_id_values;

-- accrete:step 2 autocommit note: add unique key note_answered_id_key
ALTER TABLE note ADD CONSTRAINT note_answered_id_key UNIQUE (answered_id);

-- accrete:step 3 autocommit note: add check note_check
ALTER TABLE note ADD CONSTRAINT note_check CHECK (kind <> 'Letter' or (answered_id is not null));

-- accrete:step 4 autocommit note: add foreign key note_answered_id_fkey
ALTER TABLE note ADD CONSTRAINT note_answered_id_fkey FOREIGN KEY (answered_id) REFERENCES note (id);
