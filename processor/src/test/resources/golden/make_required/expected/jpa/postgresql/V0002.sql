-- accrete:migration V0002 draft postgresql
-- accrete:model 1:c552bb07318ea1d52dfbb005a7df5ba5
-- accrete:verdict breaking
--
-- Changes
--   Customer.name   set not null, existing rows: 'unknown'   Customer.name
-- Locks
--   Customer        ACCESS EXCLUSIVE, instant
--   Customer        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] Customer.name: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit Customer.name: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 Customer.id%TYPE;
    high_1 Customer.id%TYPE;
BEGIN
    SELECT id INTO low_1 FROM Customer ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM Customer WHERE (id) >= (low_1) ORDER BY id OFFSET 5000 LIMIT 1;
        IF NOT FOUND THEN
            UPDATE Customer SET name = 'unknown' WHERE name IS NULL AND (id) >= (low_1);
            EXIT;
        END IF;
        UPDATE Customer SET name = 'unknown' WHERE name IS NULL AND (id) >= (low_1) AND (id) < (high_1);
        COMMIT;
        PERFORM pg_sleep(0.02);
        low_1 := high_1;
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 2 transaction locks=Customer Customer.name: no new NULL
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer ADD CONSTRAINT Customer_name_present CHECK (name IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 transaction Customer: validate Customer_name_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Customer VALIDATE CONSTRAINT Customer_name_present;
COMMIT;

-- accrete:step 4 transaction locks=Customer Customer.name: set not null
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer ALTER COLUMN name SET NOT NULL;
ALTER TABLE Customer DROP CONSTRAINT Customer_name_present;
COMMIT;
