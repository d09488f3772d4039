-- accrete:migration V0002 case postgresql
-- accrete:model 1:c0e9e2f745db609194bc910c8008b067
-- accrete:verdict breaking
--
-- Changes
--   note.answered_id   add column bigint, existing rows: case when kind = 'Letter' then case when row_number() over (order by id) <= (select count(*) from note p) then (select array_agg(p.id order by p.id) from note p)[row_number() over (order by id)] end end   Note.answeredId
--   note               add unique constraint note_answered_id_key (answered_id)      Note
--   note               add check note_check                                          Note
--   note               add foreign key note_answered_id_fkey (answered_id) to note   Note
-- Locks
--   note               ACCESS EXCLUSIVE, instant
--   note               SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] note: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H203] note: rows that the running version writes without answered_id fail
--   [ACC-H205] note: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=note note.answered_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD COLUMN answered_id bigint;
COMMIT;

-- accrete:step 2 autocommit note.answered_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.note_answered_id_values;

CREATE TEMPORARY TABLE note_answered_id_values AS
    SELECT id AS key_1, case when kind = 'Letter' then case when row_number() over (order by id) <= (select count(*) from note p) then (select array_agg(p.id order by p.id) from note p)[row_number() over (order by id)] end end AS found
    FROM note;

CREATE UNIQUE INDEX IF NOT EXISTS note_answered_id_place ON pg_temp.note_answered_id_values (key_1);

DO $accrete$
DECLARE
    low_1 note.id%TYPE;
    high_1 note.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM note ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM note WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE note SET answered_id = (SELECT v.found FROM pg_temp.note_answered_id_values v WHERE v.key_1 = note.id) WHERE answered_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET answered_id = (SELECT v.found FROM pg_temp.note_answered_id_values v WHERE v.key_1 = note.id) WHERE answered_id IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.note_answered_id_values;
RESET statement_timeout;

-- accrete:step 3 autocommit index=note_answered_id_key note: build index note_answered_id_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY note_answered_id_key ON note (answered_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=note note: add unique key note_answered_id_key; note: add check note_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_answered_id_key UNIQUE USING INDEX note_answered_id_key;
ALTER TABLE note ADD CONSTRAINT note_check CHECK (kind <> 'Letter' or (answered_id is not null)) NOT VALID;
COMMIT;

-- accrete:step 5 transaction note: validate note_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_check;
COMMIT;

-- accrete:step 6 transaction locks=note note: add foreign key note_answered_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_answered_id_fkey FOREIGN KEY (answered_id) REFERENCES note (id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction note: validate note_answered_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_answered_id_fkey;
COMMIT;
