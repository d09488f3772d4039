-- accrete:migration V0002 case postgresql
-- accrete:model 1:1c504c8c4d1ae11afb59fd335490d2bf
-- accrete:verdict breaking
--
-- Changes
--   stage        drop foreign key stage_hall_room_fkey (hall, room) to hall   Stage
--   hall         drop primary key hall_pkey (floor, nr)                       Hall
--   stage        drop primary key stage_pkey (hall, room)                     Stage
--   hall.floor   keep unmapped column                                         Hall
--   hall.nr      keep unmapped column                                         Hall
--   hall.floor   drop not null of unmapped column                             Hall
--   hall.nr      drop not null of unmapped column                             Hall
--   hall.id      add column uuid not null, existing rows: cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid)   Hall.id
--   stage.hall   change type from numeric(10,0) to uuid, using (select p.id from hall p where p.floor = stage.hall and p.nr = stage.room)   Stage.hall
--   hall         add primary key hall_pkey (id)                               Hall
--   stage        add primary key stage_pkey (hall)                            Stage
--   stage        add foreign key stage_hall_fkey (hall) to hall               Stage
--   stage.room   drop column                                                  Stage
-- Locks
--   hall         ACCESS EXCLUSIVE, instant
--   hall         SHARE UPDATE EXCLUSIVE, scan
--   stage        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] hall.id: inserts of the running version leave the new column out and fail
--   [ACC-H101] stage.hall: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stage.hall: the running version of the application may write values that no longer fit
--   [ACC-H210] stage.hall: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] stage: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H202] stage.room: the running version of the application still reads and writes the column
--   [ACC-H301] stage.room: its data is gone for good
-- Rows that stop this
--   hall: the same values in id
--     SELECT id, count(*) FROM (SELECT cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid) AS id FROM hall) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=hall,stage stage: drop foreign key stage_hall_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall, stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage DROP CONSTRAINT stage_hall_room_fkey;
COMMIT;

-- accrete:step 2 transaction locks=hall hall.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall ADD COLUMN id uuid;
COMMIT;

-- accrete:step 3 autocommit hall.id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 hall.floor%TYPE;
    low_2 hall.nr%TYPE;
    high_1 hall.floor%TYPE;
    high_2 hall.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT floor, nr INTO low_1, low_2 FROM hall ORDER BY floor, nr LIMIT 1;
    LOOP
        SELECT floor, nr INTO high_1, high_2 FROM hall WHERE (floor, nr) >= (low_1, low_2) ORDER BY floor, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE hall SET id = cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid) WHERE id IS NULL AND (floor, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE hall SET id = cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid) WHERE id IS NULL AND (floor, nr) >= (low_1, low_2) AND (floor, nr) < (high_1, high_2);
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

-- accrete:step 4 transaction locks=hall hall.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall ADD CONSTRAINT hall_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit hall.id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 hall.floor%TYPE;
    low_2 hall.nr%TYPE;
    high_1 hall.floor%TYPE;
    high_2 hall.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT floor, nr INTO low_1, low_2 FROM hall ORDER BY floor, nr LIMIT 1;
    LOOP
        SELECT floor, nr INTO high_1, high_2 FROM hall WHERE (floor, nr) >= (low_1, low_2) ORDER BY floor, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE hall SET id = cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid) WHERE id IS NULL AND (floor, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE hall SET id = cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid) WHERE id IS NULL AND (floor, nr) >= (low_1, low_2) AND (floor, nr) < (high_1, high_2);
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

-- accrete:step 6 transaction hall: validate hall_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE hall VALIDATE CONSTRAINT hall_id_present;
COMMIT;

-- accrete:step 7 transaction locks=hall hall.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall ALTER COLUMN id SET NOT NULL;
ALTER TABLE hall DROP CONSTRAINT hall_id_present;
COMMIT;

-- accrete:step 8 transaction locks=stage stage.hall: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage ADD COLUMN stage_hall_next uuid;

CREATE FUNCTION stage_hall_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.hall IS NOT DISTINCT FROM OLD.hall AND NEW.room IS NOT DISTINCT FROM OLD.room THEN
        RETURN NEW;
    END IF;
    NEW.stage_hall_next := (SELECT (select p.id from hall p where p.floor = stage.hall and p.nr = stage.room) FROM (SELECT NEW.*) AS stage);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER stage_hall_sync BEFORE INSERT OR UPDATE ON stage FOR EACH ROW EXECUTE FUNCTION stage_hall_sync();
COMMIT;

-- accrete:step 9 autocommit stage.hall: look up the values of rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 stage.hall%TYPE;
    low_2 stage.room%TYPE;
    high_1 stage.hall%TYPE;
    high_2 stage.room%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT hall, room INTO low_1, low_2 FROM stage ORDER BY hall, room LIMIT 1;
    LOOP
        SELECT hall, room INTO high_1, high_2 FROM stage WHERE (hall, room) >= (low_1, low_2) ORDER BY hall, room OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stage SET stage_hall_next = (select p.id from hall p where p.floor = stage.hall and p.nr = stage.room) WHERE stage_hall_next IS NULL AND hall IS NOT NULL AND (hall, room) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE stage SET stage_hall_next = (select p.id from hall p where p.floor = stage.hall and p.nr = stage.room) WHERE stage_hall_next IS NULL AND hall IS NOT NULL AND (hall, room) >= (low_1, low_2) AND (hall, room) < (high_1, high_2);
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

-- accrete:step 10 transaction locks=stage stage.hall: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER stage_hall_sync ON stage;
DROP FUNCTION stage_hall_sync();
ALTER TABLE stage ALTER COLUMN hall TYPE uuid USING stage_hall_next;
ALTER TABLE stage DROP COLUMN stage_hall_next;
COMMIT;

-- accrete:step 11 autocommit index=hall_id_new_idx hall: build index hall_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY hall_id_new_idx ON hall (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 12 transaction locks=hall hall: change primary key hall_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE hall DROP CONSTRAINT hall_pkey,
    ADD CONSTRAINT hall_pkey PRIMARY KEY USING INDEX hall_id_new_idx;
COMMIT;

-- accrete:step 13 autocommit index=stage_hall_new_idx stage: build index stage_hall_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY stage_hall_new_idx ON stage (hall);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 14 transaction locks=stage stage: change primary key stage_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE stage DROP CONSTRAINT stage_pkey,
    ADD CONSTRAINT stage_pkey PRIMARY KEY USING INDEX stage_hall_new_idx;
COMMIT;

-- accrete:step 15 transaction locks=hall hall.floor: accept rows without a value; hall.nr: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall ALTER COLUMN floor DROP NOT NULL;
ALTER TABLE hall ALTER COLUMN nr DROP NOT NULL;
COMMIT;

-- accrete:step 16 transaction locks=hall,stage stage: add foreign key stage_hall_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall, stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage ADD CONSTRAINT stage_hall_fkey FOREIGN KEY (hall) REFERENCES hall (id) NOT VALID;
COMMIT;

-- accrete:step 17 transaction stage: validate stage_hall_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stage VALIDATE CONSTRAINT stage_hall_fkey;
COMMIT;

-- accrete:step 18 transaction locks=stage stage.room: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage DROP COLUMN room;
COMMIT;
