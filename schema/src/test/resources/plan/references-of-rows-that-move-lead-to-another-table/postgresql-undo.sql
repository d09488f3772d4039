-- accrete:undo V0002 case postgresql
-- accrete:model 1:76092eba5b22f443f4bda1a1ad52f61b
-- accrete:verdict breaking
--
-- Changes
--   memo        drop foreign key memo_about_id_fkey (about_id) to person   Memo
--   note.text   set not null, existing rows: ''                            Note
--   memo        drop table                                                 Memo
--   note        add foreign key note_about_id_fkey (about_id) to city      Note
-- Locks
--   city        SHARE ROW EXCLUSIVE, instant
--   memo        ACCESS EXCLUSIVE, instant
--   note        ACCESS EXCLUSIVE, instant
--   note        SHARE UPDATE EXCLUSIVE, scan
--   person      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] note.text: writes of the running version that leave the column empty fail
--   [ACC-H202] memo: the running version of the application still uses the table
--   [ACC-H301] memo: its data is gone for good
--   [ACC-H401] note: no index starts with [about_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   memo: all rows
--   note.text: rows without a value get ''
-- Rows that stop this
--   note: references to rows of city that are not there
--     SELECT * FROM note c WHERE c.about_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM city p WHERE p.id = c.about_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note.text: fill in rows that exist
SET statement_timeout = 0;

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
                UPDATE note SET text = '' WHERE text IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET text = '' WHERE text IS NULL AND id >= low_1 AND id < high_1;
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

RESET statement_timeout;

-- accrete:step 2 transaction locks=note note.text: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_text_present CHECK (text IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit note.text: fill in rows written meanwhile
SET statement_timeout = 0;

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
                UPDATE note SET text = '' WHERE text IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET text = '' WHERE text IS NULL AND id >= low_1 AND id < high_1;
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

RESET statement_timeout;

-- accrete:step 4 transaction note: validate note_text_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_text_present;
COMMIT;

-- accrete:step 5 transaction locks=note note.text: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ALTER COLUMN text SET NOT NULL;
ALTER TABLE note DROP CONSTRAINT note_text_present;
COMMIT;

-- accrete:step 6 transaction locks=city,note note: add foreign key note_about_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city, note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_about_id_fkey FOREIGN KEY (about_id) REFERENCES city (id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction note: validate note_about_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_about_id_fkey;
COMMIT;

-- accrete:step 8 transaction locks=memo,person memo: drop foreign key memo_about_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE memo, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE memo DROP CONSTRAINT memo_about_id_fkey;
COMMIT;

-- accrete:step 9 transaction locks=memo drop memo
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE memo IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE memo;
COMMIT;
