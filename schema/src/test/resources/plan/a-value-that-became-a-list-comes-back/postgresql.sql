-- accrete:migration V0002 case postgresql
-- accrete:model 1:8d5bdb9c5aa32f607e31a5a0a9905030
-- accrete:verdict breaking
--
-- Changes
--   shelf.id       change type from bigint to array of varchar(255), using array[cast(id as varchar(255))]         Shelf.id
--   shelf.label    change type from varchar(10) to array of varchar(20), using array[cast(label as varchar(20))]   Shelf.label
--   shelf.places   change type from integer to array of varchar(20), using array[cast(places as varchar(20))]      Shelf.places
--   shelf.width    change type from integer to array of bigint, using array[cast(width as bigint)]                 Shelf.width
-- Locks
--   shelf          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] shelf.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] shelf.id: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] shelf.label: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.label: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] shelf.places: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.places: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] shelf.width: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.width: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   shelf: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT array[cast(id as varchar(255))] AS id FROM shelf) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=shelf shelf.id: change type to varchar(255)[]
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ALTER COLUMN id TYPE varchar(255)[] USING CAST(array[cast(id as varchar(255))] AS varchar(255)[]);
COMMIT;

-- accrete:step 2 transaction locks=shelf shelf.label: add a column of type varchar(20)[] beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ADD COLUMN shelf_label_next varchar(20)[];

CREATE FUNCTION shelf_label_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.shelf_label_next := (SELECT CAST(array[cast(label as varchar(20))] AS varchar(20)[]) FROM (SELECT NEW.*) AS shelf);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER shelf_label_sync BEFORE INSERT OR UPDATE ON shelf FOR EACH ROW EXECUTE FUNCTION shelf_label_sync();
COMMIT;

-- accrete:step 3 autocommit shelf.label: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 shelf.id%TYPE;
    high_1 shelf.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM shelf ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM shelf WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE shelf SET shelf_label_next = CAST(array[cast(label as varchar(20))] AS varchar(20)[]) WHERE shelf_label_next IS NULL AND label IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shelf SET shelf_label_next = CAST(array[cast(label as varchar(20))] AS varchar(20)[]) WHERE shelf_label_next IS NULL AND label IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 autocommit shelf.label: gather statistics
ANALYZE shelf (shelf_label_next);

-- accrete:step 5 transaction locks=shelf shelf.label: change type to varchar(20)[]; shelf.places: add a column of type varchar(20)[] beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER shelf_label_sync ON shelf;
DROP FUNCTION shelf_label_sync();
ALTER TABLE shelf DROP COLUMN label;
ALTER TABLE shelf RENAME COLUMN shelf_label_next TO label;
ALTER TABLE shelf ADD COLUMN shelf_places_next varchar(20)[];

CREATE FUNCTION shelf_places_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.shelf_places_next := (SELECT CAST(array[cast(places as varchar(20))] AS varchar(20)[]) FROM (SELECT NEW.*) AS shelf);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER shelf_places_sync BEFORE INSERT OR UPDATE ON shelf FOR EACH ROW EXECUTE FUNCTION shelf_places_sync();
COMMIT;

-- accrete:step 6 autocommit shelf.places: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 shelf.id%TYPE;
    high_1 shelf.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM shelf ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM shelf WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE shelf SET shelf_places_next = CAST(array[cast(places as varchar(20))] AS varchar(20)[]) WHERE shelf_places_next IS NULL AND places IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shelf SET shelf_places_next = CAST(array[cast(places as varchar(20))] AS varchar(20)[]) WHERE shelf_places_next IS NULL AND places IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction locks=shelf shelf.shelf_places_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ADD CONSTRAINT shelf_shelf_places_next_present CHECK (shelf_places_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 transaction shelf: validate shelf_shelf_places_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE shelf VALIDATE CONSTRAINT shelf_shelf_places_next_present;
COMMIT;

-- accrete:step 9 transaction locks=shelf shelf.shelf_places_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ALTER COLUMN shelf_places_next SET NOT NULL;
ALTER TABLE shelf DROP CONSTRAINT shelf_shelf_places_next_present;
COMMIT;

-- accrete:step 10 autocommit shelf.places: gather statistics
ANALYZE shelf (shelf_places_next);

-- accrete:step 11 transaction locks=shelf shelf.places: change type to varchar(20)[]; shelf.width: add a column of type bigint[] beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER shelf_places_sync ON shelf;
DROP FUNCTION shelf_places_sync();
ALTER TABLE shelf DROP COLUMN places;
ALTER TABLE shelf RENAME COLUMN shelf_places_next TO places;
ALTER TABLE shelf ADD COLUMN shelf_width_next bigint[];

CREATE FUNCTION shelf_width_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.shelf_width_next := (SELECT CAST(array[cast(width as bigint)] AS bigint[]) FROM (SELECT NEW.*) AS shelf);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER shelf_width_sync BEFORE INSERT OR UPDATE ON shelf FOR EACH ROW EXECUTE FUNCTION shelf_width_sync();
COMMIT;

-- accrete:step 12 autocommit shelf.width: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 shelf.id%TYPE;
    high_1 shelf.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM shelf ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM shelf WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE shelf SET shelf_width_next = CAST(array[cast(width as bigint)] AS bigint[]) WHERE shelf_width_next IS NULL AND width IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shelf SET shelf_width_next = CAST(array[cast(width as bigint)] AS bigint[]) WHERE shelf_width_next IS NULL AND width IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 13 autocommit shelf.width: gather statistics
ANALYZE shelf (shelf_width_next);

-- accrete:step 14 transaction locks=shelf shelf.width: change type to bigint[]
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER shelf_width_sync ON shelf;
DROP FUNCTION shelf_width_sync();
ALTER TABLE shelf DROP COLUMN width;
ALTER TABLE shelf RENAME COLUMN shelf_width_next TO width;
COMMIT;
