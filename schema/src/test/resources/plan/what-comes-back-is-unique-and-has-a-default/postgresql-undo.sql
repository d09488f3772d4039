-- accrete:undo V0002 case postgresql
-- accrete:model 1:fd58c20ac909cde25617eb14d562fbca
-- accrete:verdict breaking
--
-- Changes
--   line.flag_nr   add column integer not null default 0, existing rows: id                    Line
--   line.code      add column varchar(60) default 'none', existing rows: CAST(id AS varchar)   Line
--   line           add unique constraint line_flag_nr_key (flag_nr)                            Line
--   line           add unique constraint line_code_key (code)                                  Line
-- Locks
--   line           ACCESS EXCLUSIVE, instant
--   line           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] line.flag_nr: inserts of the running version leave the new column to its default, which is to be unique, and the second one fails
--   [ACC-H203] line.code: inserts of the running version leave the new column to its default, which is to be unique, and the second one fails
--   [ACC-H205] line: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] line: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   line.code: the values that were dropped
--   line.flag_nr: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=line line.code: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE line ADD COLUMN code varchar(60),
    ALTER COLUMN code SET DEFAULT 'none';
COMMIT;

-- accrete:step 2 autocommit line.code: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET code = CAST(id AS varchar) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET code = CAST(id AS varchar) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=line line.flag_nr: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE line ADD COLUMN flag_nr integer,
    ALTER COLUMN flag_nr SET DEFAULT 0;
COMMIT;

-- accrete:step 4 autocommit line.flag_nr: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET flag_nr = id WHERE flag_nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET flag_nr = id WHERE flag_nr IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=line line.flag_nr: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_flag_nr_present CHECK (flag_nr IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit line.flag_nr: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET flag_nr = id WHERE flag_nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET flag_nr = id WHERE flag_nr IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction line: validate line_flag_nr_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_flag_nr_present;
COMMIT;

-- accrete:step 8 transaction locks=line line.flag_nr: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN flag_nr SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_flag_nr_present;
COMMIT;

-- accrete:step 9 autocommit index=line_code_key line: build index line_code_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY line_code_key ON line (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 10 transaction locks=line line: add unique key line_code_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_code_key UNIQUE USING INDEX line_code_key;
COMMIT;

-- accrete:step 11 autocommit index=line_flag_nr_key line: build index line_flag_nr_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY line_flag_nr_key ON line (flag_nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 12 transaction locks=line line: add unique key line_flag_nr_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_flag_nr_key UNIQUE USING INDEX line_flag_nr_key;
COMMIT;
