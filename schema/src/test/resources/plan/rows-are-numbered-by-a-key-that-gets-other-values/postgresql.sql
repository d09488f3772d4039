-- accrete:migration V0002 case postgresql
-- accrete:model 1:4ed022b02ecf66ee71b37b10a6a9df0b
-- accrete:verdict breaking
--
-- Changes
--   bed           drop primary key bed_pkey (hall_id, place)                                                Bed
--   bed.sort      add column integer not null, existing rows: row_number() over (order by hall_id, place)   Bed.sort
--   bed.hall_id   change type from integer to bigint, using (select min(id) from room)                      Bed.hallId
--   bed           add primary key bed_pkey (hall_id, sort)                                                  Bed
--   bed           add foreign key bed_hall_id_fkey (hall_id) to room                                        Bed
-- Locks
--   bed           ACCESS EXCLUSIVE, rewrite
--   room          SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] bed.sort: inserts of the running version leave the new column out and fail
--   [ACC-H101] bed.hall_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] bed.hall_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] bed: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   bed.hall_id: no value, where none is found for them
--     SELECT * FROM bed WHERE (select min(id) from room) IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=bed bed.sort: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bed ADD COLUMN sort integer;
COMMIT;

-- accrete:step 2 autocommit bed.sort: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.bed_sort_values;

CREATE TEMPORARY TABLE bed_sort_values AS
    SELECT hall_id AS key_1, place AS key_2, row_number() over (order by hall_id, place) AS found
    FROM bed;

CREATE UNIQUE INDEX IF NOT EXISTS bed_sort_place ON pg_temp.bed_sort_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 bed.hall_id%TYPE;
    low_2 bed.place%TYPE;
    high_1 bed.hall_id%TYPE;
    high_2 bed.place%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT hall_id, place INTO low_1, low_2 FROM bed ORDER BY hall_id, place LIMIT 1;
    LOOP
        SELECT hall_id, place INTO high_1, high_2 FROM bed WHERE (hall_id, place) >= (low_1, low_2) ORDER BY hall_id, place OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bed SET sort = (SELECT v.found FROM pg_temp.bed_sort_values v WHERE v.key_1 = bed.hall_id AND v.key_2 = bed.place) WHERE sort IS NULL AND (hall_id, place) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE bed SET sort = (SELECT v.found FROM pg_temp.bed_sort_values v WHERE v.key_1 = bed.hall_id AND v.key_2 = bed.place) WHERE sort IS NULL AND (hall_id, place) >= (low_1, low_2) AND (hall_id, place) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.bed_sort_values;
RESET statement_timeout;

-- accrete:step 3 transaction locks=bed bed.sort: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bed ADD CONSTRAINT bed_sort_present CHECK (sort IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit bed.sort: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.bed_sort_values;

CREATE TEMPORARY TABLE bed_sort_values AS
    SELECT hall_id AS key_1, place AS key_2, row_number() over (order by hall_id, place) AS found
    FROM bed;

CREATE UNIQUE INDEX IF NOT EXISTS bed_sort_place ON pg_temp.bed_sort_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 bed.hall_id%TYPE;
    low_2 bed.place%TYPE;
    high_1 bed.hall_id%TYPE;
    high_2 bed.place%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT hall_id, place INTO low_1, low_2 FROM bed ORDER BY hall_id, place LIMIT 1;
    LOOP
        SELECT hall_id, place INTO high_1, high_2 FROM bed WHERE (hall_id, place) >= (low_1, low_2) ORDER BY hall_id, place OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bed SET sort = (SELECT v.found FROM pg_temp.bed_sort_values v WHERE v.key_1 = bed.hall_id AND v.key_2 = bed.place) WHERE sort IS NULL AND (hall_id, place) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE bed SET sort = (SELECT v.found FROM pg_temp.bed_sort_values v WHERE v.key_1 = bed.hall_id AND v.key_2 = bed.place) WHERE sort IS NULL AND (hall_id, place) >= (low_1, low_2) AND (hall_id, place) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.bed_sort_values;
RESET statement_timeout;

-- accrete:step 5 transaction bed: validate bed_sort_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE bed VALIDATE CONSTRAINT bed_sort_present;
COMMIT;

-- accrete:step 6 transaction locks=bed bed.sort: set not null; bed.hall_id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bed ALTER COLUMN sort SET NOT NULL;
ALTER TABLE bed DROP CONSTRAINT bed_sort_present;
ALTER TABLE bed ADD COLUMN bed_hall_id_next bigint;

CREATE FUNCTION bed_hall_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.bed_hall_id_next := (SELECT (select min(id) from room) FROM (SELECT NEW.*) AS bed);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER bed_hall_id_sync BEFORE INSERT OR UPDATE ON bed FOR EACH ROW EXECUTE FUNCTION bed_hall_id_sync();
COMMIT;

-- accrete:step 7 autocommit bed.hall_id: look up the values of rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 bed.hall_id%TYPE;
    low_2 bed.place%TYPE;
    high_1 bed.hall_id%TYPE;
    high_2 bed.place%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT hall_id, place INTO low_1, low_2 FROM bed ORDER BY hall_id, place LIMIT 1;
    LOOP
        SELECT hall_id, place INTO high_1, high_2 FROM bed WHERE (hall_id, place) >= (low_1, low_2) ORDER BY hall_id, place OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bed SET bed_hall_id_next = (select min(id) from room) WHERE bed_hall_id_next IS NULL AND hall_id IS NOT NULL AND (hall_id, place) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE bed SET bed_hall_id_next = (select min(id) from room) WHERE bed_hall_id_next IS NULL AND hall_id IS NOT NULL AND (hall_id, place) >= (low_1, low_2) AND (hall_id, place) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 8 transaction locks=bed bed.hall_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER bed_hall_id_sync ON bed;
DROP FUNCTION bed_hall_id_sync();
ALTER TABLE bed ALTER COLUMN hall_id TYPE bigint USING bed_hall_id_next;
ALTER TABLE bed DROP COLUMN bed_hall_id_next;
COMMIT;

-- accrete:step 9 autocommit index=bed_hall_id_new_idx bed: build index bed_hall_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY bed_hall_id_new_idx ON bed (hall_id, sort);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 10 transaction locks=bed bed: change primary key bed_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE bed DROP CONSTRAINT bed_pkey,
    ADD CONSTRAINT bed_pkey PRIMARY KEY USING INDEX bed_hall_id_new_idx;
COMMIT;

-- accrete:step 11 transaction locks=bed,room bed: add foreign key bed_hall_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed, room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bed ADD CONSTRAINT bed_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES room (id) NOT VALID;
COMMIT;

-- accrete:step 12 transaction bed: validate bed_hall_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE bed VALIDATE CONSTRAINT bed_hall_id_fkey;
COMMIT;
