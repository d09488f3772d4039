-- accrete:migration V0002 case postgresql
-- accrete:model 1:4acba95daa779859222e17bdfbca2487
-- accrete:verdict breaking
--
-- Changes
--   line.amount   add column integer not null, existing rows: price * 2               Line.amount
--   line.price    change type from varchar(20) to integer, using char_length(price)   Line.price
-- Locks
--   line          ACCESS EXCLUSIVE, instant
--   line          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] line.amount: inserts of the running version leave the new column out and fail
--   [ACC-H204] line.price: the running version of the application may write values that no longer fit
--   [ACC-H210] line.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=line line.price: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD COLUMN line_price_next integer;

CREATE FUNCTION line_price_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.line_price_next := (SELECT char_length(price) FROM (SELECT NEW.*) AS line);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER line_price_sync BEFORE INSERT OR UPDATE ON line FOR EACH ROW EXECUTE FUNCTION line_price_sync();
COMMIT;

-- accrete:step 2 autocommit line.price: convert rows that exist
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
                UPDATE line SET line_price_next = char_length(price) WHERE line_price_next IS NULL AND price IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET line_price_next = char_length(price) WHERE line_price_next IS NULL AND price IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=line line.line_price_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_line_price_next_present CHECK (line_price_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction line: validate line_line_price_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_line_price_next_present;
COMMIT;

-- accrete:step 5 transaction locks=line line.line_price_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN line_price_next SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_line_price_next_present;
COMMIT;

-- accrete:step 6 autocommit line.price: gather statistics
ANALYZE line (line_price_next);

-- accrete:step 7 transaction locks=line line.price: change type to integer; line.amount: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER line_price_sync ON line;
DROP FUNCTION line_price_sync();
ALTER TABLE line DROP COLUMN price;
ALTER TABLE line RENAME COLUMN line_price_next TO price;
ALTER TABLE line ADD COLUMN amount integer;
COMMIT;

-- accrete:step 8 autocommit line.amount: fill in rows that exist
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
                UPDATE line SET amount = price * 2 WHERE amount IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET amount = price * 2 WHERE amount IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction locks=line line.amount: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_amount_present CHECK (amount IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit line.amount: fill in rows written meanwhile
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
                UPDATE line SET amount = price * 2 WHERE amount IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET amount = price * 2 WHERE amount IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 transaction line: validate line_amount_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_amount_present;
COMMIT;

-- accrete:step 12 transaction locks=line line.amount: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN amount SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_amount_present;
COMMIT;
