-- accrete:undo V0002 case postgresql
-- accrete:model 1:512e25075c576aa628777c51be55802a
-- accrete:verdict breaking
--
-- Changes
--   stage.room   add column numeric(10,0) not null, existing rows: coalesce((select p.nr from hall p where p.id = stage.hall), case when row_number() over (order by hall) <= (select count(*) from hall p) then (select array_agg(p.nr order by p.floor, p.nr) from hall p)[row_number() over (order by hall)] end)   Stage
--   stage        drop foreign key stage_hall_fkey (hall) to hall             Stage
--   stage        drop primary key stage_pkey (hall)                          Stage
--   hall         drop primary key hall_pkey (id)                             Hall
--   stage.hall   change type from uuid to numeric(10,0), using coalesce((select p.floor from hall p where p.id = stage.hall), (select x.floor from (select p.floor, row_number() over (order by p.floor, p.nr) as n from hall p) x join (select o.hall as k1, row_number() over (order by o.hall) as n from stage o) y on y.n = x.n where y.k1 = stage.hall))   Stage.hall
--   hall.id      drop column                                                 Hall.id
--   hall.nr      set not null, existing rows: row_number() over (order by id) + (select coalesce(max(o.nr), 0) from hall o)   Hall
--   hall.floor   set not null, existing rows: row_number() over (order by id) + (select coalesce(max(o.floor), 0) from hall o)   Hall
--   stage        add primary key stage_pkey (hall, room)                     Stage
--   hall         add primary key hall_pkey (floor, nr)                       Hall
--   stage        add foreign key stage_hall_room_fkey (hall, room) to hall   Stage
-- Locks
--   hall         ACCESS EXCLUSIVE, instant
--   hall         SHARE UPDATE EXCLUSIVE, scan
--   stage        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] stage.room: inserts of the running version leave the new column out and fail
--   [ACC-H101] stage.hall: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stage.hall: the running version of the application may write values that no longer fit
--   [ACC-H210] stage.hall: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] hall.id: the running version of the application still reads and writes the column
--   [ACC-H301] hall.id: its data is gone for good
--   [ACC-H203] hall.nr: writes of the running version that leave the column empty fail
--   [ACC-H203] hall.floor: writes of the running version that leave the column empty fail
-- Data that does not come back
--   hall.floor: rows without a value get row_number() over (order by id) + (select coalesce(max(o.floor), 0) from hall o)
--   hall.nr: rows without a value get row_number() over (order by id) + (select coalesce(max(o.nr), 0) from hall o)
--   hall.id: all values
--   stage.hall: what the conversion of its values left out
--   stage.room: the values that were dropped
-- Rows that stop this
--   stage.room: no value, where none is found for them (no query finds them before)
--   hall: the same values in floor, nr
--     SELECT floor, nr, count(*) FROM hall WHERE floor IS NOT NULL AND nr IS NOT NULL GROUP BY floor, nr HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=hall,stage stage: drop foreign key stage_hall_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall, stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage DROP CONSTRAINT stage_hall_fkey;
COMMIT;

-- accrete:step 2 autocommit hall.floor: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.hall_floor_values;

CREATE TEMPORARY TABLE hall_floor_values AS
    SELECT id AS key_1, row_number() over (order by id) + (select coalesce(max(o.floor), 0) from hall o) AS found
    FROM hall
    WHERE floor IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS hall_floor_place ON pg_temp.hall_floor_values (key_1);

DO $accrete$
DECLARE
    low_1 hall.id%TYPE;
    high_1 hall.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM hall ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM hall WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE hall SET floor = (SELECT v.found FROM pg_temp.hall_floor_values v WHERE v.key_1 = hall.id) WHERE floor IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE hall SET floor = (SELECT v.found FROM pg_temp.hall_floor_values v WHERE v.key_1 = hall.id) WHERE floor IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.hall_floor_values;
RESET statement_timeout;

-- accrete:step 3 transaction locks=hall hall.floor: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall ADD CONSTRAINT hall_floor_present CHECK (floor IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit hall.floor: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.hall_floor_values;

CREATE TEMPORARY TABLE hall_floor_values AS
    SELECT id AS key_1, row_number() over (order by id) + (select coalesce(max(o.floor), 0) from hall o) AS found
    FROM hall
    WHERE floor IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS hall_floor_place ON pg_temp.hall_floor_values (key_1);

DO $accrete$
DECLARE
    low_1 hall.id%TYPE;
    high_1 hall.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM hall ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM hall WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE hall SET floor = (SELECT v.found FROM pg_temp.hall_floor_values v WHERE v.key_1 = hall.id) WHERE floor IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE hall SET floor = (SELECT v.found FROM pg_temp.hall_floor_values v WHERE v.key_1 = hall.id) WHERE floor IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.hall_floor_values;
RESET statement_timeout;

-- accrete:step 5 transaction hall: validate hall_floor_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE hall VALIDATE CONSTRAINT hall_floor_present;
COMMIT;

-- accrete:step 6 transaction locks=hall hall.floor: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall ALTER COLUMN floor SET NOT NULL;
ALTER TABLE hall DROP CONSTRAINT hall_floor_present;
COMMIT;

-- accrete:step 7 autocommit hall.nr: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.hall_nr_values;

CREATE TEMPORARY TABLE hall_nr_values AS
    SELECT id AS key_1, row_number() over (order by id) + (select coalesce(max(o.nr), 0) from hall o) AS found
    FROM hall
    WHERE nr IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS hall_nr_place ON pg_temp.hall_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 hall.id%TYPE;
    high_1 hall.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM hall ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM hall WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE hall SET nr = (SELECT v.found FROM pg_temp.hall_nr_values v WHERE v.key_1 = hall.id) WHERE nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE hall SET nr = (SELECT v.found FROM pg_temp.hall_nr_values v WHERE v.key_1 = hall.id) WHERE nr IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.hall_nr_values;
RESET statement_timeout;

-- accrete:step 8 transaction locks=hall hall.nr: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall ADD CONSTRAINT hall_nr_present CHECK (nr IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 9 autocommit hall.nr: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.hall_nr_values;

CREATE TEMPORARY TABLE hall_nr_values AS
    SELECT id AS key_1, row_number() over (order by id) + (select coalesce(max(o.nr), 0) from hall o) AS found
    FROM hall
    WHERE nr IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS hall_nr_place ON pg_temp.hall_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 hall.id%TYPE;
    high_1 hall.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM hall ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM hall WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE hall SET nr = (SELECT v.found FROM pg_temp.hall_nr_values v WHERE v.key_1 = hall.id) WHERE nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE hall SET nr = (SELECT v.found FROM pg_temp.hall_nr_values v WHERE v.key_1 = hall.id) WHERE nr IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.hall_nr_values;
RESET statement_timeout;

-- accrete:step 10 transaction hall: validate hall_nr_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE hall VALIDATE CONSTRAINT hall_nr_present;
COMMIT;

-- accrete:step 11 transaction locks=hall hall.nr: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall ALTER COLUMN nr SET NOT NULL;
ALTER TABLE hall DROP CONSTRAINT hall_nr_present;
COMMIT;

-- accrete:step 12 transaction locks=stage stage.room: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage ADD COLUMN room numeric(10,0);
COMMIT;

-- accrete:step 13 autocommit stage.room: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.stage_room_values;

CREATE TEMPORARY TABLE stage_room_values AS
    SELECT hall AS key_1, coalesce((select p.nr from hall p where p.id = stage.hall), case when row_number() over (order by hall) <= (select count(*) from hall p) then (select array_agg(p.nr order by p.floor, p.nr) from hall p)[row_number() over (order by hall)] end) AS found
    FROM stage;

CREATE UNIQUE INDEX IF NOT EXISTS stage_room_place ON pg_temp.stage_room_values (key_1);

DO $accrete$
DECLARE
    low_1 stage.hall%TYPE;
    high_1 stage.hall%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT hall INTO low_1 FROM stage ORDER BY hall LIMIT 1;
    LOOP
        SELECT hall INTO high_1 FROM stage WHERE hall >= low_1 ORDER BY hall OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stage SET room = (SELECT v.found FROM pg_temp.stage_room_values v WHERE v.key_1 = stage.hall) WHERE room IS NULL AND hall >= low_1;
                EXIT;
            END IF;
            UPDATE stage SET room = (SELECT v.found FROM pg_temp.stage_room_values v WHERE v.key_1 = stage.hall) WHERE room IS NULL AND hall >= low_1 AND hall < high_1;
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

DROP TABLE IF EXISTS pg_temp.stage_room_values;
RESET statement_timeout;

-- accrete:step 14 transaction locks=stage stage.room: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage ADD CONSTRAINT stage_room_present CHECK (room IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 15 autocommit stage.room: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.stage_room_values;

CREATE TEMPORARY TABLE stage_room_values AS
    SELECT hall AS key_1, coalesce((select p.nr from hall p where p.id = stage.hall), case when row_number() over (order by hall) <= (select count(*) from hall p) then (select array_agg(p.nr order by p.floor, p.nr) from hall p)[row_number() over (order by hall)] end) AS found
    FROM stage;

CREATE UNIQUE INDEX IF NOT EXISTS stage_room_place ON pg_temp.stage_room_values (key_1);

DO $accrete$
DECLARE
    low_1 stage.hall%TYPE;
    high_1 stage.hall%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT hall INTO low_1 FROM stage ORDER BY hall LIMIT 1;
    LOOP
        SELECT hall INTO high_1 FROM stage WHERE hall >= low_1 ORDER BY hall OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stage SET room = (SELECT v.found FROM pg_temp.stage_room_values v WHERE v.key_1 = stage.hall) WHERE room IS NULL AND hall >= low_1;
                EXIT;
            END IF;
            UPDATE stage SET room = (SELECT v.found FROM pg_temp.stage_room_values v WHERE v.key_1 = stage.hall) WHERE room IS NULL AND hall >= low_1 AND hall < high_1;
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

DROP TABLE IF EXISTS pg_temp.stage_room_values;
RESET statement_timeout;

-- accrete:step 16 transaction stage: validate stage_room_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stage VALIDATE CONSTRAINT stage_room_present;
COMMIT;

-- accrete:step 17 transaction locks=stage stage.room: set not null; stage.hall: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage ALTER COLUMN room SET NOT NULL;
ALTER TABLE stage DROP CONSTRAINT stage_room_present;
ALTER TABLE stage ADD COLUMN stage_hall_next numeric(10,0);

CREATE FUNCTION stage_hall_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.hall IS NOT DISTINCT FROM OLD.hall THEN
        RETURN NEW;
    END IF;
    NEW.stage_hall_next := (SELECT coalesce((select p.floor from hall p where p.id = stage.hall), (select x.floor from (select p.floor, row_number() over (order by p.floor, p.nr) as n from hall p) x join (select o.hall as k1, row_number() over (order by o.hall) as n from stage o) y on y.n = x.n where y.k1 = stage.hall)) FROM (SELECT NEW.*) AS stage);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER stage_hall_sync BEFORE INSERT OR UPDATE ON stage FOR EACH ROW EXECUTE FUNCTION stage_hall_sync();
COMMIT;

-- accrete:step 18 autocommit stage.hall: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.stage_stage_hall_next_list1;

CREATE TEMPORARY TABLE stage_stage_hall_next_list1 AS
    select p.floor, row_number() over (order by p.floor, p.nr) as n from hall p;

CREATE INDEX IF NOT EXISTS stage_stage_hall_next_list1_floor ON pg_temp.stage_stage_hall_next_list1 (floor);
CREATE INDEX IF NOT EXISTS stage_stage_hall_next_list1_n ON pg_temp.stage_stage_hall_next_list1 (n);
DROP TABLE IF EXISTS pg_temp.stage_stage_hall_next_list2;

CREATE TEMPORARY TABLE stage_stage_hall_next_list2 AS
    select o.hall as k1, row_number() over (order by o.hall) as n from stage o;

CREATE INDEX IF NOT EXISTS stage_stage_hall_next_list2_n ON pg_temp.stage_stage_hall_next_list2 (n);
CREATE INDEX IF NOT EXISTS stage_stage_hall_next_list2_k1 ON pg_temp.stage_stage_hall_next_list2 (k1);

DO $accrete$
DECLARE
    low_1 stage.hall%TYPE;
    high_1 stage.hall%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT hall INTO low_1 FROM stage ORDER BY hall LIMIT 1;
    LOOP
        SELECT hall INTO high_1 FROM stage WHERE hall >= low_1 ORDER BY hall OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stage SET stage_hall_next = coalesce((select p.floor from hall p where p.id = stage.hall), (select x.floor from pg_temp.stage_stage_hall_next_list1 x join pg_temp.stage_stage_hall_next_list2 y on y.n = x.n where y.k1 = stage.hall)) WHERE stage_hall_next IS NULL AND hall IS NOT NULL AND hall >= low_1;
                EXIT;
            END IF;
            UPDATE stage SET stage_hall_next = coalesce((select p.floor from hall p where p.id = stage.hall), (select x.floor from pg_temp.stage_stage_hall_next_list1 x join pg_temp.stage_stage_hall_next_list2 y on y.n = x.n where y.k1 = stage.hall)) WHERE stage_hall_next IS NULL AND hall IS NOT NULL AND hall >= low_1 AND hall < high_1;
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

DROP TABLE IF EXISTS pg_temp.stage_stage_hall_next_list1;
DROP TABLE IF EXISTS pg_temp.stage_stage_hall_next_list2;
RESET statement_timeout;

-- accrete:step 19 transaction locks=stage stage.hall: change type to numeric(10,0)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER stage_hall_sync ON stage;
DROP FUNCTION stage_hall_sync();
ALTER TABLE stage ALTER COLUMN hall TYPE numeric(10,0) USING stage_hall_next;
ALTER TABLE stage DROP COLUMN stage_hall_next;
COMMIT;

-- accrete:step 20 autocommit index=hall_floor_new_idx hall: build index hall_floor_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY hall_floor_new_idx ON hall (floor, nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 21 transaction locks=hall hall: change primary key hall_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE hall DROP CONSTRAINT hall_pkey,
    ADD CONSTRAINT hall_pkey PRIMARY KEY USING INDEX hall_floor_new_idx;
COMMIT;

-- accrete:step 22 autocommit index=stage_hall_new_idx stage: build index stage_hall_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY stage_hall_new_idx ON stage (hall, room);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 23 transaction locks=stage stage: change primary key stage_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE stage DROP CONSTRAINT stage_pkey,
    ADD CONSTRAINT stage_pkey PRIMARY KEY USING INDEX stage_hall_new_idx;
COMMIT;

-- accrete:step 24 transaction locks=hall,stage stage: add foreign key stage_hall_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall, stage IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stage ADD CONSTRAINT stage_hall_room_fkey FOREIGN KEY (hall, room) REFERENCES hall (floor, nr) NOT VALID;
COMMIT;

-- accrete:step 25 transaction stage: validate stage_hall_room_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stage VALIDATE CONSTRAINT stage_hall_room_fkey;
COMMIT;

-- accrete:step 26 transaction locks=hall hall.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hall IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hall DROP COLUMN id;
COMMIT;
