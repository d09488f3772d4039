-- accrete:migration V0002 case postgresql
-- accrete:model 1:7edc8bcdb5846a1cf3f900dd7d9c2982
-- accrete:verdict breaking
--
-- Changes
--   country         create table                                                                                       Country
--   printer         create table                                                                                       Printer
--   country         fill with (id, name) select distinct cast(country as integer), '' from stamp where country is not null   Country
--   printer         fill with (id) select distinct cast(printer as varchar(36)) from stamp where printer is not null   Printer
--   stamp.country   change type from bigint to integer, using cast(country as integer)                                 Stamp.country
--   stamp.printer   change type from bigint to varchar(36), using cast(printer as varchar(36))                         Stamp.printer
--   stamp           add foreign key stamp_country_fkey (country) to country                                            Stamp
--   stamp           add foreign key stamp_printer_fkey (printer) to printer                                            Stamp
-- Locks
--   country         SHARE ROW EXCLUSIVE, instant
--   printer         SHARE ROW EXCLUSIVE, instant
--   stamp           ACCESS EXCLUSIVE, instant
--   stamp           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] country: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] printer: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H204] stamp.country: the running version of the application may write values that no longer fit
--   [ACC-H210] stamp.country: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] stamp.printer: the running version of the application may write values that no longer fit
--   [ACC-H210] stamp.printer: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] stamp: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] stamp: the running version fails when it writes references to rows of country, which it does not know
--   [ACC-H401] stamp: no index starts with [country], so each delete of a referenced row reads the whole table
--   [ACC-H205] stamp: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] stamp: the running version fails when it writes references to rows of printer, which it does not know
--   [ACC-H401] stamp: no index starts with [printer], so each delete of a referenced row reads the whole table
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create country, printer, which nobody uses yet
BEGIN;
CREATE TABLE country (
    id integer NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT country_pkey PRIMARY KEY (id)
);

CREATE TABLE printer (
    id varchar(36) NOT NULL,
    CONSTRAINT printer_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction country: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO country (id, name) select distinct cast(country as integer), '' from stamp where country is not null;
COMMIT;

-- accrete:step 3 transaction printer: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO printer (id) select distinct cast(printer as varchar(36)) from stamp where printer is not null;
COMMIT;

-- accrete:step 4 transaction locks=stamp stamp.country: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD COLUMN stamp_country_next integer;

CREATE FUNCTION stamp_country_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.stamp_country_next := (SELECT cast(country as integer) FROM (SELECT NEW.*) AS stamp);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER stamp_country_sync BEFORE INSERT OR UPDATE ON stamp FOR EACH ROW EXECUTE FUNCTION stamp_country_sync();
COMMIT;

-- accrete:step 5 autocommit stamp.country: convert rows that exist
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
                UPDATE stamp SET stamp_country_next = cast(country as integer) WHERE stamp_country_next IS NULL AND country IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE stamp SET stamp_country_next = cast(country as integer) WHERE stamp_country_next IS NULL AND country IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=stamp stamp.stamp_country_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_stamp_country_next_present CHECK (stamp_country_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 transaction stamp: validate stamp_stamp_country_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_stamp_country_next_present;
COMMIT;

-- accrete:step 8 transaction locks=stamp stamp.stamp_country_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN stamp_country_next SET NOT NULL;
ALTER TABLE stamp DROP CONSTRAINT stamp_stamp_country_next_present;
COMMIT;

-- accrete:step 9 autocommit stamp.country: gather statistics
ANALYZE stamp (stamp_country_next);

-- accrete:step 10 transaction locks=stamp stamp.country: change type to integer; stamp.printer: add a column of type varchar(36) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER stamp_country_sync ON stamp;
DROP FUNCTION stamp_country_sync();
ALTER TABLE stamp DROP COLUMN country;
ALTER TABLE stamp RENAME COLUMN stamp_country_next TO country;
ALTER TABLE stamp ADD COLUMN stamp_printer_next varchar(36);

CREATE FUNCTION stamp_printer_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.stamp_printer_next := (SELECT cast(printer as varchar(36)) FROM (SELECT NEW.*) AS stamp);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER stamp_printer_sync BEFORE INSERT OR UPDATE ON stamp FOR EACH ROW EXECUTE FUNCTION stamp_printer_sync();
COMMIT;

-- accrete:step 11 autocommit stamp.printer: convert rows that exist
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
                UPDATE stamp SET stamp_printer_next = cast(printer as varchar(36)) WHERE stamp_printer_next IS NULL AND printer IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE stamp SET stamp_printer_next = cast(printer as varchar(36)) WHERE stamp_printer_next IS NULL AND printer IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 autocommit stamp.printer: gather statistics
ANALYZE stamp (stamp_printer_next);

-- accrete:step 13 transaction locks=stamp stamp.printer: change type to varchar(36)
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

-- accrete:step 14 transaction locks=country,stamp stamp: add foreign key stamp_country_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country, stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_country_fkey FOREIGN KEY (country) REFERENCES country (id) NOT VALID;
COMMIT;

-- accrete:step 15 transaction stamp: validate stamp_country_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_country_fkey;
COMMIT;

-- accrete:step 16 transaction locks=printer,stamp stamp: add foreign key stamp_printer_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE printer, stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_printer_fkey FOREIGN KEY (printer) REFERENCES printer (id) NOT VALID;
COMMIT;

-- accrete:step 17 transaction stamp: validate stamp_printer_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_printer_fkey;
COMMIT;
