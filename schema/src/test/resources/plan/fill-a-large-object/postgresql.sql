-- accrete:migration V0002 case postgresql
-- accrete:model 1:769a7dcf2be1deadb6ff7f6f09b76eee
-- accrete:verdict breaking
--
-- Changes
--   note.photo   add column blob not null, existing rows: ''   Note.photo
--   note.body    set not null, existing rows: 'no text'        Note.body
-- Locks
--   note         ACCESS EXCLUSIVE, instant
--   note         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] note.photo: inserts of the running version leave the new column out and fail
--   [ACC-H203] note.body: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit note.body: fill in rows that exist
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
                UPDATE note SET body = lo_from_bytea(0, convert_to('no text', 'UTF8')) WHERE body IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET body = lo_from_bytea(0, convert_to('no text', 'UTF8')) WHERE body IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 2 transaction locks=note note.body: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_body_present CHECK (body IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit note.body: fill in rows written meanwhile
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
                UPDATE note SET body = lo_from_bytea(0, convert_to('no text', 'UTF8')) WHERE body IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET body = lo_from_bytea(0, convert_to('no text', 'UTF8')) WHERE body IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction note: validate note_body_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_body_present;
COMMIT;

-- accrete:step 5 transaction locks=note note.body: set not null; note.photo: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ALTER COLUMN body SET NOT NULL;
ALTER TABLE note DROP CONSTRAINT note_body_present;
ALTER TABLE note ADD COLUMN photo oid;
COMMIT;

-- accrete:step 6 autocommit note.photo: fill in rows that exist
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
                UPDATE note SET photo = lo_from_bytea(0, '') WHERE photo IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET photo = lo_from_bytea(0, '') WHERE photo IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction locks=note note.photo: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_photo_present CHECK (photo IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 autocommit note.photo: fill in rows written meanwhile
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
                UPDATE note SET photo = lo_from_bytea(0, '') WHERE photo IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET photo = lo_from_bytea(0, '') WHERE photo IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction note: validate note_photo_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_photo_present;
COMMIT;

-- accrete:step 10 transaction locks=note note.photo: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ALTER COLUMN photo SET NOT NULL;
ALTER TABLE note DROP CONSTRAINT note_photo_present;
COMMIT;
