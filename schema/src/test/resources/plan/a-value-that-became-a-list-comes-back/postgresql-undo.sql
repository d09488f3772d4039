-- accrete:undo V0002 case postgresql
-- accrete:model 1:15cb7e32fafe86ba02f1a540d9f79b07
-- accrete:verdict breaking
--
-- Changes
--   shelf.width    change type from array of bigint to integer, using CASE WHEN cardinality(width) > 0 THEN CAST(width[1] AS integer) END   Shelf.width
--   shelf.places   change type from array of varchar(20) to integer, using CASE WHEN cardinality(places) > 0 THEN CASE WHEN places[1] <> '' AND regexp_replace(places[1], '^-?[0-9]+$', '') = '' THEN CAST(places[1] AS integer) ELSE 0 END ELSE 0 END   Shelf.places
--   shelf.label    change type from array of varchar(20) to varchar(10), using CASE WHEN cardinality(label) > 0 THEN substring(label[1] from 1 for 10) END   Shelf.label
--   shelf.id       change type from array of varchar(255) to bigint, using CASE WHEN cardinality(id) > 0 THEN CASE WHEN id[1] <> '' AND regexp_replace(id[1], '^-?[0-9]+$', '') = '' THEN CAST(id[1] AS bigint) ELSE 0 END ELSE 0 END   Shelf.id
-- Locks
--   shelf          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] shelf.width: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.width: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] shelf.places: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.places: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] shelf.label: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.label: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] shelf.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] shelf.id: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   shelf.id: what the conversion of its values left out
--   shelf.label: what the conversion of its values left out
--   shelf.places: what the conversion of its values left out
--   shelf.width: what the conversion of its values left out
-- Rows that stop this
--   shelf: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT CASE WHEN cardinality(id) > 0 THEN CASE WHEN id[1] <> '' AND regexp_replace(id[1], '^-?[0-9]+$', '') = '' THEN CAST(id[1] AS bigint) ELSE 0 END ELSE 0 END AS id FROM shelf) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=shelf shelf.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ALTER COLUMN id TYPE bigint USING CASE WHEN cardinality(id) > 0 THEN CASE WHEN id[1] <> '' AND regexp_replace(id[1], '^-?[0-9]+$', '') = '' THEN CAST(id[1] AS bigint) ELSE 0 END ELSE 0 END;
COMMIT;

-- accrete:step 2 transaction locks=shelf shelf.label: add a column of type varchar(10) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ADD COLUMN shelf_label_next varchar(10);

CREATE FUNCTION shelf_label_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.shelf_label_next := (SELECT CASE WHEN cardinality(label) > 0 THEN substring(label[1] from 1 for 10) END FROM (SELECT NEW.*) AS shelf);
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
                UPDATE shelf SET shelf_label_next = CASE WHEN cardinality(label) > 0 THEN substring(label[1] from 1 for 10) END WHERE shelf_label_next IS NULL AND label IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shelf SET shelf_label_next = CASE WHEN cardinality(label) > 0 THEN substring(label[1] from 1 for 10) END WHERE shelf_label_next IS NULL AND label IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=shelf shelf.label: change type to varchar(10); shelf.places: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER shelf_label_sync ON shelf;
DROP FUNCTION shelf_label_sync();
ALTER TABLE shelf DROP COLUMN label;
ALTER TABLE shelf RENAME COLUMN shelf_label_next TO label;
ALTER TABLE shelf ADD COLUMN shelf_places_next integer;

CREATE FUNCTION shelf_places_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.shelf_places_next := (SELECT CASE WHEN cardinality(places) > 0 THEN CASE WHEN places[1] <> '' AND regexp_replace(places[1], '^-?[0-9]+$', '') = '' THEN CAST(places[1] AS integer) ELSE 0 END ELSE 0 END FROM (SELECT NEW.*) AS shelf);
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
                UPDATE shelf SET shelf_places_next = CASE WHEN cardinality(places) > 0 THEN CASE WHEN places[1] <> '' AND regexp_replace(places[1], '^-?[0-9]+$', '') = '' THEN CAST(places[1] AS integer) ELSE 0 END ELSE 0 END WHERE shelf_places_next IS NULL AND places IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shelf SET shelf_places_next = CASE WHEN cardinality(places) > 0 THEN CASE WHEN places[1] <> '' AND regexp_replace(places[1], '^-?[0-9]+$', '') = '' THEN CAST(places[1] AS integer) ELSE 0 END ELSE 0 END WHERE shelf_places_next IS NULL AND places IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 transaction locks=shelf shelf.places: change type to integer; shelf.width: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER shelf_places_sync ON shelf;
DROP FUNCTION shelf_places_sync();
ALTER TABLE shelf DROP COLUMN places;
ALTER TABLE shelf RENAME COLUMN shelf_places_next TO places;
ALTER TABLE shelf ADD COLUMN shelf_width_next integer;

CREATE FUNCTION shelf_width_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.shelf_width_next := (SELECT CASE WHEN cardinality(width) > 0 THEN CAST(width[1] AS integer) END FROM (SELECT NEW.*) AS shelf);
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
                UPDATE shelf SET shelf_width_next = CASE WHEN cardinality(width) > 0 THEN CAST(width[1] AS integer) END WHERE shelf_width_next IS NULL AND width IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shelf SET shelf_width_next = CASE WHEN cardinality(width) > 0 THEN CAST(width[1] AS integer) END WHERE shelf_width_next IS NULL AND width IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 14 transaction locks=shelf shelf.width: change type to integer
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
