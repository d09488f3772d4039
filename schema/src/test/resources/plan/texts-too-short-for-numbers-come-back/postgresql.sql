-- accrete:migration V0002 case postgresql
-- accrete:model 1:163b553b706d9d4c2bdebc574c4991b0
-- accrete:verdict breaking
--
-- Changes
--   paper.pages        change type from varchar(3) to integer, using cast(pages as integer) * 1000        Paper.pages
--   paper.price        change type from varchar(3) to numeric(10,2), using cast(price as numeric(10,2))   Paper.price
--   paper.printed      change type from char(1) to boolean, using printed = '2'                           Paper.printed
--   paper.printed_on   change type from varchar(9) to date, using null                                    Paper.printedOn
-- Locks
--   paper              ACCESS EXCLUSIVE, instant
--   paper              SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] paper.pages: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.pages: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.price: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.printed: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.printed: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.printed_on: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.printed_on: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   paper.pages: texts that are no integer (no query finds them before)
--   paper.price: texts that are no numeric(10,2)
--     SELECT * FROM paper WHERE price = '' OR regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=paper paper.pages: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_pages_next integer;

CREATE FUNCTION paper_pages_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_pages_next := (SELECT cast(pages as integer) * 1000 FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_pages_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_pages_sync();
COMMIT;

-- accrete:step 2 autocommit paper.pages: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_pages_next = cast(pages as integer) * 1000 WHERE paper_pages_next IS NULL AND pages IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_pages_next = cast(pages as integer) * 1000 WHERE paper_pages_next IS NULL AND pages IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit paper.pages: gather statistics
ANALYZE paper (paper_pages_next);

-- accrete:step 4 transaction locks=paper paper.pages: change type to integer; paper.price: add a column of type numeric(10,2) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_pages_sync ON paper;
DROP FUNCTION paper_pages_sync();
ALTER TABLE paper DROP COLUMN pages;
ALTER TABLE paper RENAME COLUMN paper_pages_next TO pages;
ALTER TABLE paper ADD COLUMN paper_price_next numeric(10,2);

CREATE FUNCTION paper_price_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_price_next := (SELECT cast(price as numeric(10,2)) FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_price_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_price_sync();
COMMIT;

-- accrete:step 5 autocommit paper.price: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_price_next = cast(price as numeric(10,2)) WHERE paper_price_next IS NULL AND price IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_price_next = cast(price as numeric(10,2)) WHERE paper_price_next IS NULL AND price IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=paper paper.paper_price_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD CONSTRAINT paper_paper_price_next_present CHECK (paper_price_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 transaction paper: validate paper_paper_price_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE paper VALIDATE CONSTRAINT paper_paper_price_next_present;
COMMIT;

-- accrete:step 8 transaction locks=paper paper.paper_price_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ALTER COLUMN paper_price_next SET NOT NULL;
ALTER TABLE paper DROP CONSTRAINT paper_paper_price_next_present;
COMMIT;

-- accrete:step 9 autocommit paper.price: gather statistics
ANALYZE paper (paper_price_next);

-- accrete:step 10 transaction locks=paper paper.price: change type to numeric(10,2); paper.printed: add a column of type boolean beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_price_sync ON paper;
DROP FUNCTION paper_price_sync();
ALTER TABLE paper DROP COLUMN price;
ALTER TABLE paper RENAME COLUMN paper_price_next TO price;
ALTER TABLE paper ADD COLUMN paper_printed_next boolean;

CREATE FUNCTION paper_printed_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_printed_next := (SELECT printed = '2' FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_printed_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_printed_sync();
COMMIT;

-- accrete:step 11 autocommit paper.printed: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_printed_next = printed = '2' WHERE paper_printed_next IS NULL AND printed IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_printed_next = printed = '2' WHERE paper_printed_next IS NULL AND printed IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 autocommit paper.printed: gather statistics
ANALYZE paper (paper_printed_next);

-- accrete:step 13 transaction locks=paper paper.printed: change type to boolean; paper.printed_on: add a column of type date beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_printed_sync ON paper;
DROP FUNCTION paper_printed_sync();
ALTER TABLE paper DROP COLUMN printed;
ALTER TABLE paper RENAME COLUMN paper_printed_next TO printed;
ALTER TABLE paper ADD COLUMN paper_printed_on_next date;

CREATE FUNCTION paper_printed_on_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_printed_on_next := (SELECT null FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_printed_on_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_printed_on_sync();
COMMIT;

-- accrete:step 14 autocommit paper.printed_on: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_printed_on_next = null WHERE paper_printed_on_next IS NULL AND printed_on IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_printed_on_next = null WHERE paper_printed_on_next IS NULL AND printed_on IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 15 autocommit paper.printed_on: gather statistics
ANALYZE paper (paper_printed_on_next);

-- accrete:step 16 transaction locks=paper paper.printed_on: change type to date
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_printed_on_sync ON paper;
DROP FUNCTION paper_printed_on_sync();
ALTER TABLE paper DROP COLUMN printed_on;
ALTER TABLE paper RENAME COLUMN paper_printed_on_next TO printed_on;
COMMIT;
