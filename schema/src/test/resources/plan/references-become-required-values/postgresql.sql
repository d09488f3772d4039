-- accrete:migration V0002 case postgresql
-- accrete:model 1:d64ebedc7aef113c21c962d6097d2a7f
-- accrete:verdict breaking
--
-- Changes
--   letter             drop foreign key letter_answer_id_fkey (answer_id) to letter          Letter
--   letter             drop foreign key letter_folder_id_yr_fkey (folder_id, yr) to folder   Letter
--   letter             drop primary key letter_pkey (id)                                     Letter
--   letter.answer_id   set not null, existing rows: -1                                       Letter.answerId
--   letter.folder_id   set not null, existing rows: 'none-' || cast(id as varchar)           Letter.folderId
--   letter             add primary key letter_pkey (id, folder_id)                           Letter
-- Locks
--   folder             ACCESS EXCLUSIVE, instant
--   letter             ACCESS EXCLUSIVE, instant
--   letter             SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] letter.answer_id: writes of the running version that leave the column empty fail
--   [ACC-H203] letter.folder_id: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=letter letter: drop foreign key letter_answer_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_answer_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=folder,letter letter: drop foreign key letter_folder_id_yr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE folder, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_folder_id_yr_fkey;
COMMIT;

-- accrete:step 3 autocommit letter.answer_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 letter.id%TYPE;
    high_1 letter.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM letter ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM letter WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE letter SET answer_id = -1 WHERE answer_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET answer_id = -1 WHERE answer_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=letter letter.answer_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_answer_id_present CHECK (answer_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit letter.answer_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 letter.id%TYPE;
    high_1 letter.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM letter ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM letter WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE letter SET answer_id = -1 WHERE answer_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET answer_id = -1 WHERE answer_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction letter: validate letter_answer_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_answer_id_present;
COMMIT;

-- accrete:step 7 transaction locks=letter letter.answer_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN answer_id SET NOT NULL;
ALTER TABLE letter DROP CONSTRAINT letter_answer_id_present;
COMMIT;

-- accrete:step 8 autocommit letter.folder_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 letter.id%TYPE;
    high_1 letter.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM letter ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM letter WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE letter SET folder_id = 'none-' || cast(id as varchar) WHERE folder_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET folder_id = 'none-' || cast(id as varchar) WHERE folder_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction locks=letter letter.folder_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_folder_id_present CHECK (folder_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit letter.folder_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 letter.id%TYPE;
    high_1 letter.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM letter ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM letter WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE letter SET folder_id = 'none-' || cast(id as varchar) WHERE folder_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET folder_id = 'none-' || cast(id as varchar) WHERE folder_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 transaction letter: validate letter_folder_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_folder_id_present;
COMMIT;

-- accrete:step 12 transaction locks=letter letter.folder_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN folder_id SET NOT NULL;
ALTER TABLE letter DROP CONSTRAINT letter_folder_id_present;
COMMIT;

-- accrete:step 13 autocommit index=letter_id_new_idx letter: build index letter_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY letter_id_new_idx ON letter (id, folder_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 14 transaction locks=letter letter: change primary key letter_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE letter DROP CONSTRAINT letter_pkey,
    ADD CONSTRAINT letter_pkey PRIMARY KEY USING INDEX letter_id_new_idx;
COMMIT;
