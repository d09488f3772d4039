-- accrete:migration V0002 case postgresql
-- accrete:model 1:5beb0e9b793ca0423db720b67a0fc721
-- accrete:verdict breaking
--
-- Changes
--   vehicle           drop check vehicle_check                                                                 Vehicle
--   vehicle.doors     add column integer, existing rows: case when dtype = 'Bus' or dtype = 'Car' then 2 end   Vehicle.doors
--   vehicle.waggons   add column integer                                                                       Vehicle.waggons
--   vehicle.dtype     change check to [dtype in ('Vehicle','Bus','Car','Train')]                               Vehicle.dtype
--   vehicle.wheels    existing rows: case when dtype = 'Car' then 4 end                                        Vehicle.wheels
--   vehicle           add check vehicle_check                                                                  Vehicle
--   vehicle           add check vehicle_check1                                                                 Vehicle
--   vehicle           add check vehicle_check2                                                                 Vehicle
-- Locks
--   vehicle           ACCESS EXCLUSIVE, instant
--   vehicle           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H209] vehicle.dtype: the running version fails when it reads a constant that it does not know
--   [ACC-H203] vehicle: rows that the running version writes without doors fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H203] vehicle: rows that the running version writes without doors, wheels fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   vehicle: what vehicle_check refuses
--     SELECT * FROM vehicle WHERE NOT (dtype <> 'Bus' or (seats is not null and (case when dtype = 'Bus' or dtype = 'Car' then 2 end) is not null));
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=vehicle vehicle.doors: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD COLUMN doors integer;
COMMIT;

-- accrete:step 2 autocommit vehicle.doors: fill in rows that exist
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
                UPDATE vehicle SET doors = case when dtype = 'Bus' or dtype = 'Car' then 2 end WHERE doors IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET doors = case when dtype = 'Bus' or dtype = 'Car' then 2 end WHERE doors IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=vehicle vehicle.dtype: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE vehicle DROP CONSTRAINT vehicle_dtype_check,
    ADD CONSTRAINT vehicle_dtype_check CHECK (dtype in ('Vehicle','Bus','Car','Train')) NOT VALID;
COMMIT;

-- accrete:step 4 transaction vehicle: validate vehicle_dtype_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_dtype_check;
COMMIT;

-- accrete:step 5 transaction locks=vehicle vehicle.waggons: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD COLUMN waggons integer;
COMMIT;

-- accrete:step 6 autocommit vehicle.wheels: fill in rows that exist
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
                UPDATE vehicle SET wheels = case when dtype = 'Car' then 4 end WHERE wheels IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET wheels = case when dtype = 'Car' then 4 end WHERE wheels IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction locks=vehicle vehicle: change check vehicle_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE vehicle DROP CONSTRAINT vehicle_check,
    ADD CONSTRAINT vehicle_check CHECK (dtype <> 'Bus' or (seats is not null and doors is not null)) NOT VALID;
COMMIT;

-- accrete:step 8 transaction vehicle: validate vehicle_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check;
COMMIT;

-- accrete:step 9 transaction locks=vehicle vehicle: add check vehicle_check1
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check1 CHECK (dtype <> 'Car' or (doors is not null and wheels is not null)) NOT VALID;
COMMIT;

-- accrete:step 10 transaction vehicle: validate vehicle_check1
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check1;
COMMIT;

-- accrete:step 11 transaction locks=vehicle vehicle: add check vehicle_check2
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check2 CHECK (dtype <> 'Train' or (waggons is not null)) NOT VALID;
COMMIT;

-- accrete:step 12 transaction vehicle: validate vehicle_check2
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check2;
COMMIT;
