-- accrete:undo V0002 case postgresql
-- accrete:model 1:fc7b8ea1ce4616229c6bf299b4dfe3a1
-- accrete:verdict breaking
--
-- Changes
--   vehicle.wheels   add column integer                                  Vehicle
--   vehicle          drop check vehicle_check                            Vehicle
--   vehicle.wheels   existing rows: case when dtype = 'Car' then 0 end   Vehicle
--   vehicle          add check vehicle_check1                            Vehicle
--   vehicle.seats    existing rows: case when dtype = 'Bus' then 0 end   Vehicle
--   vehicle          add check vehicle_check                             Vehicle
-- Locks
--   vehicle          ACCESS EXCLUSIVE, instant
--   vehicle          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] vehicle: rows that the running version writes without wheels fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H203] vehicle: rows that the running version writes without seats fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Data that does not come back
--   vehicle.seats: rows without a value get case when dtype = 'Bus' then 0 end
--   vehicle.wheels: rows without a value get case when dtype = 'Car' then 0 end
--   vehicle.wheels: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=vehicle vehicle.wheels: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD COLUMN wheels integer;
COMMIT;

-- accrete:step 2 autocommit vehicle.seats: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 vehicle.id%TYPE;
    high_1 vehicle.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM vehicle ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM vehicle WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE vehicle SET seats = case when dtype = 'Bus' then 0 end WHERE seats IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET seats = case when dtype = 'Bus' then 0 end WHERE seats IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit vehicle.wheels: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 vehicle.id%TYPE;
    high_1 vehicle.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM vehicle ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM vehicle WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE vehicle SET wheels = case when dtype = 'Car' then 0 end WHERE wheels IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET wheels = case when dtype = 'Car' then 0 end WHERE wheels IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=vehicle vehicle: change check vehicle_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE vehicle DROP CONSTRAINT vehicle_check,
    ADD CONSTRAINT vehicle_check CHECK (dtype <> 'Bus' or (seats is not null and plate is not null)) NOT VALID;
COMMIT;

-- accrete:step 5 transaction vehicle: validate vehicle_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check;
COMMIT;

-- accrete:step 6 transaction locks=vehicle vehicle: add check vehicle_check1
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check1 CHECK (dtype <> 'Car' or (wheels is not null)) NOT VALID;
COMMIT;

-- accrete:step 7 transaction vehicle: validate vehicle_check1
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check1;
COMMIT;
