-- accrete:undo V0002 case postgresql
-- accrete:model 1:ab0ff276edbb8c22a75f4ee2cd12b51b
-- accrete:verdict breaking
--
-- Changes
--   stamp           drop foreign key stamp_printer_fkey (printer) to printer   Stamp
--   stamp           drop foreign key stamp_country_fkey (country) to country   Stamp
--   stamp.printer   change type from varchar(36) to bigint                     Stamp.printer
--   stamp.country   change type from integer to bigint                         Stamp.country
--   printer         drop table                                                 Printer
--   country         drop table                                                 Country
-- Locks
--   country         ACCESS EXCLUSIVE, instant
--   printer         ACCESS EXCLUSIVE, instant
--   stamp           ACCESS EXCLUSIVE, instant
--   stamp           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] stamp.printer: the running version of the application may write values that no longer fit
--   [ACC-H210] stamp.printer: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] stamp.country: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] printer: the running version of the application still uses the table
--   [ACC-H301] printer: its data is gone for good
--   [ACC-H202] country: the running version of the application still uses the table
--   [ACC-H301] country: its data is gone for good
-- Data that does not come back
--   country: all rows
--   printer: all rows
--   stamp.country: what the conversion of its values left out
--   stamp.printer: what the conversion of its values left out
-- Rows that stop this
--   stamp.printer: texts that are no bigint
--     SELECT * FROM stamp WHERE printer = '' OR regexp_replace(printer, '^-?[0-9]+$', '') <> '';
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=country,stamp stamp: drop foreign key stamp_country_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country, stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp DROP CONSTRAINT stamp_country_fkey;
COMMIT;

-- accrete:step 2 transaction locks=printer,stamp stamp: drop foreign key stamp_printer_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE printer, stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp DROP CONSTRAINT stamp_printer_fkey;
COMMIT;

-- accrete:step 3 transaction locks=stamp stamp.country: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD COLUMN stamp_country_next bigint;

CREATE FUNCTION stamp_country_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.stamp_country_next := (SELECT country::bigint FROM (SELECT NEW.*) AS stamp);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER stamp_country_sync BEFORE INSERT OR UPDATE ON stamp FOR EACH ROW EXECUTE FUNCTION stamp_country_sync();
COMMIT;

-- accrete:step 4 autocommit stamp.country: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 stamp.id%TYPE;
    high_1 stamp.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM stamp ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM stamp WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stamp SET stamp_country_next = country::bigint WHERE stamp_country_next IS NULL AND country IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE stamp SET stamp_country_next = country::bigint WHERE stamp_country_next IS NULL AND country IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=stamp stamp.stamp_country_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_stamp_country_next_present CHECK (stamp_country_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 transaction stamp: validate stamp_stamp_country_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_stamp_country_next_present;
COMMIT;

-- accrete:step 7 transaction locks=stamp stamp.stamp_country_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN stamp_country_next SET NOT NULL;
ALTER TABLE stamp DROP CONSTRAINT stamp_stamp_country_next_present;
COMMIT;

-- accrete:step 8 autocommit stamp.country: gather statistics
ANALYZE stamp (stamp_country_next);

-- accrete:step 9 transaction locks=stamp stamp.country: change type to bigint; stamp.printer: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER stamp_country_sync ON stamp;
DROP FUNCTION stamp_country_sync();
ALTER TABLE stamp DROP COLUMN country;
ALTER TABLE stamp RENAME COLUMN stamp_country_next TO country;
ALTER TABLE stamp ADD COLUMN stamp_printer_next bigint;

CREATE FUNCTION stamp_printer_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.stamp_printer_next := (SELECT printer::bigint FROM (SELECT NEW.*) AS stamp);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER stamp_printer_sync BEFORE INSERT OR UPDATE ON stamp FOR EACH ROW EXECUTE FUNCTION stamp_printer_sync();
COMMIT;

-- accrete:step 10 autocommit stamp.printer: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 stamp.id%TYPE;
    high_1 stamp.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM stamp ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM stamp WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stamp SET stamp_printer_next = printer::bigint WHERE stamp_printer_next IS NULL AND printer IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE stamp SET stamp_printer_next = printer::bigint WHERE stamp_printer_next IS NULL AND printer IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 autocommit stamp.printer: gather statistics
ANALYZE stamp (stamp_printer_next);

-- accrete:step 12 transaction locks=stamp stamp.printer: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER stamp_printer_sync ON stamp;
DROP FUNCTION stamp_printer_sync();
ALTER TABLE stamp DROP COLUMN printer;
ALTER TABLE stamp RENAME COLUMN stamp_printer_next TO printer;
COMMIT;

-- accrete:step 13 transaction locks=country,printer drop country, printer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country, printer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE country, printer;
COMMIT;
