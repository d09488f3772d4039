-- accrete:undo V0002 draft postgresql
-- accrete:model 1:36231e1488bc66703cf0e7b6a1cb9ba4
-- accrete:verdict breaking
--
-- Changes
--   customer.fax   set not null, existing rows: ''   Customer
-- Locks
--   customer       ACCESS EXCLUSIVE, instant
--   customer       SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] customer.fax: writes of the running version that leave the column empty fail
-- Data that does not come back
--   customer.fax: rows without a value get ''
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit customer.fax: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 customer.id%TYPE;
    high_1 customer.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM customer ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM customer WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE customer SET fax = '' WHERE fax IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE customer SET fax = '' WHERE fax IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 2 transaction locks=customer customer.fax: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer ADD CONSTRAINT customer_fax_present CHECK (fax IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit customer.fax: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 customer.id%TYPE;
    high_1 customer.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM customer ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM customer WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE customer SET fax = '' WHERE fax IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE customer SET fax = '' WHERE fax IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction customer: validate customer_fax_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE customer VALIDATE CONSTRAINT customer_fax_present;
COMMIT;

-- accrete:step 5 transaction locks=customer customer.fax: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer ALTER COLUMN fax SET NOT NULL;
ALTER TABLE customer DROP CONSTRAINT customer_fax_present;
COMMIT;
