-- accrete:migration V0002 case postgresql
-- accrete:model 1:d27b6dee68f791f3b82202356f28f94f
-- accrete:verdict breaking
--
-- Changes
--   lamp.built   change type from integer to date, using date '1970-01-01' + cast((select x.n from (select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o) x where x.k1 = lamp.floor and x.k2 = lamp.room) as integer)   Lamp.built
--   lamp.maker   change type from uuid to integer, using (select x.n from (select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o) x where x.k1 = lamp.floor and x.k2 = lamp.room)   Lamp.maker
--   lamp         add unique constraint lamp_built_key (built)   Lamp
--   lamp         add unique constraint lamp_maker_key (maker)   Lamp
-- Locks
--   lamp         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] lamp.built: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] lamp.built: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.built: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] lamp.maker: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] lamp.maker: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.maker: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] lamp: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] lamp: the migration stops at duplicates, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=lamp lamp.built: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD COLUMN lamp_built_next date;

CREATE FUNCTION lamp_built_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.floor IS NOT DISTINCT FROM OLD.floor AND NEW.room IS NOT DISTINCT FROM OLD.room THEN
        RETURN NEW;
    END IF;
    NEW.lamp_built_next := (SELECT date '1970-01-01' + cast((select x.n from (select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o) x where x.k1 = lamp.floor and x.k2 = lamp.room) as integer) FROM (SELECT NEW.*) AS lamp);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER lamp_built_sync BEFORE INSERT OR UPDATE ON lamp FOR EACH ROW EXECUTE FUNCTION lamp_built_sync();
COMMIT;

-- accrete:step 2 autocommit lamp.built: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.lamp_lamp_built_next_list1;

CREATE TEMPORARY TABLE lamp_lamp_built_next_list1 AS
    select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o;

CREATE INDEX IF NOT EXISTS lamp_lamp_built_next_list1_n ON pg_temp.lamp_lamp_built_next_list1 (n);
CREATE INDEX IF NOT EXISTS lamp_lamp_built_next_list1_k1 ON pg_temp.lamp_lamp_built_next_list1 (k1);
CREATE INDEX IF NOT EXISTS lamp_lamp_built_next_list1_k2 ON pg_temp.lamp_lamp_built_next_list1 (k2);

DO $accrete$
DECLARE
    low_1 lamp.floor%TYPE;
    low_2 lamp.room%TYPE;
    high_1 lamp.floor%TYPE;
    high_2 lamp.room%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT floor, room INTO low_1, low_2 FROM lamp ORDER BY floor, room LIMIT 1;
    LOOP
        SELECT floor, room INTO high_1, high_2 FROM lamp WHERE (floor, room) >= (low_1, low_2) ORDER BY floor, room OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE lamp SET lamp_built_next = date '1970-01-01' + cast((select x.n from pg_temp.lamp_lamp_built_next_list1 x where x.k1 = lamp.floor and x.k2 = lamp.room) as integer) WHERE lamp_built_next IS NULL AND built IS NOT NULL AND (floor, room) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE lamp SET lamp_built_next = date '1970-01-01' + cast((select x.n from pg_temp.lamp_lamp_built_next_list1 x where x.k1 = lamp.floor and x.k2 = lamp.room) as integer) WHERE lamp_built_next IS NULL AND built IS NOT NULL AND (floor, room) >= (low_1, low_2) AND (floor, room) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.lamp_lamp_built_next_list1;
RESET statement_timeout;

-- accrete:step 3 transaction locks=lamp lamp.built: change type to date
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER lamp_built_sync ON lamp;
DROP FUNCTION lamp_built_sync();
ALTER TABLE lamp ALTER COLUMN built TYPE date USING lamp_built_next;
ALTER TABLE lamp DROP COLUMN lamp_built_next;
COMMIT;

-- accrete:step 4 transaction locks=lamp lamp.maker: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD COLUMN lamp_maker_next integer;

CREATE FUNCTION lamp_maker_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.floor IS NOT DISTINCT FROM OLD.floor AND NEW.room IS NOT DISTINCT FROM OLD.room THEN
        RETURN NEW;
    END IF;
    NEW.lamp_maker_next := (SELECT (select x.n from (select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o) x where x.k1 = lamp.floor and x.k2 = lamp.room) FROM (SELECT NEW.*) AS lamp);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER lamp_maker_sync BEFORE INSERT OR UPDATE ON lamp FOR EACH ROW EXECUTE FUNCTION lamp_maker_sync();
COMMIT;

-- accrete:step 5 autocommit lamp.maker: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.lamp_lamp_maker_next_list1;

CREATE TEMPORARY TABLE lamp_lamp_maker_next_list1 AS
    select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o;

CREATE INDEX IF NOT EXISTS lamp_lamp_maker_next_list1_n ON pg_temp.lamp_lamp_maker_next_list1 (n);
CREATE INDEX IF NOT EXISTS lamp_lamp_maker_next_list1_k1 ON pg_temp.lamp_lamp_maker_next_list1 (k1);
CREATE INDEX IF NOT EXISTS lamp_lamp_maker_next_list1_k2 ON pg_temp.lamp_lamp_maker_next_list1 (k2);

DO $accrete$
DECLARE
    low_1 lamp.floor%TYPE;
    low_2 lamp.room%TYPE;
    high_1 lamp.floor%TYPE;
    high_2 lamp.room%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT floor, room INTO low_1, low_2 FROM lamp ORDER BY floor, room LIMIT 1;
    LOOP
        SELECT floor, room INTO high_1, high_2 FROM lamp WHERE (floor, room) >= (low_1, low_2) ORDER BY floor, room OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE lamp SET lamp_maker_next = (select x.n from pg_temp.lamp_lamp_maker_next_list1 x where x.k1 = lamp.floor and x.k2 = lamp.room) WHERE lamp_maker_next IS NULL AND maker IS NOT NULL AND (floor, room) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE lamp SET lamp_maker_next = (select x.n from pg_temp.lamp_lamp_maker_next_list1 x where x.k1 = lamp.floor and x.k2 = lamp.room) WHERE lamp_maker_next IS NULL AND maker IS NOT NULL AND (floor, room) >= (low_1, low_2) AND (floor, room) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.lamp_lamp_maker_next_list1;
RESET statement_timeout;

-- accrete:step 6 transaction locks=lamp lamp.maker: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER lamp_maker_sync ON lamp;
DROP FUNCTION lamp_maker_sync();
ALTER TABLE lamp ALTER COLUMN maker TYPE integer USING lamp_maker_next;
ALTER TABLE lamp DROP COLUMN lamp_maker_next;
COMMIT;

-- accrete:step 7 autocommit index=lamp_built_key lamp: build index lamp_built_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY lamp_built_key ON lamp (built);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=lamp lamp: add unique key lamp_built_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD CONSTRAINT lamp_built_key UNIQUE USING INDEX lamp_built_key;
COMMIT;

-- accrete:step 9 autocommit index=lamp_maker_key lamp: build index lamp_maker_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY lamp_maker_key ON lamp (maker);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 10 transaction locks=lamp lamp: add unique key lamp_maker_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD CONSTRAINT lamp_maker_key UNIQUE USING INDEX lamp_maker_key;
COMMIT;
