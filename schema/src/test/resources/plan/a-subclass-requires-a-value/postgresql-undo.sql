-- accrete:undo V0002 case postgresql
-- accrete:model 1:fb93c029d3ee0706f427a05f07af5ac8
-- accrete:verdict breaking
--
-- Changes
--   vehicle           drop check vehicle_check2                                                          Vehicle
--   vehicle           drop check vehicle_check1                                                          Vehicle
--   vehicle           drop check vehicle_check                                                           Vehicle
--   vehicle.dtype     replace values, using CASE WHEN dtype IN ('Train') THEN 'Vehicle' ELSE dtype END   Vehicle.dtype
--   vehicle.dtype     change check to [dtype in ('Vehicle','Bus','Car')]                                 Vehicle.dtype
--   vehicle.waggons   drop column                                                                        Vehicle.waggons
--   vehicle.doors     drop column                                                                        Vehicle.doors
--   vehicle           add check vehicle_check                                                            Vehicle
-- Locks
--   vehicle           ACCESS EXCLUSIVE, instant
--   vehicle           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] vehicle.dtype: the running version of the application may write values that no longer fit
--   [ACC-H202] vehicle.waggons: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.waggons: its data is gone for good
--   [ACC-H202] vehicle.doors: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.doors: its data is gone for good
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Data that does not come back
--   vehicle.doors: all values
--   vehicle.waggons: all values
--   vehicle.dtype: values that are new, which become 'Vehicle'
-- Rows that stop this
--   vehicle: what vehicle_check refuses
--     SELECT * FROM vehicle WHERE NOT ((CASE WHEN dtype IN ('Train') THEN 'Vehicle' ELSE dtype END) <> 'Bus' or (seats is not null));
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=vehicle vehicle: drop check vehicle_check; vehicle: drop check vehicle_check1; vehicle: drop check vehicle_check2
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP CONSTRAINT vehicle_check;
ALTER TABLE vehicle DROP CONSTRAINT vehicle_check1;
ALTER TABLE vehicle DROP CONSTRAINT vehicle_check2;
COMMIT;

-- accrete:step 2 autocommit vehicle.dtype: convert rows that exist
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
                UPDATE vehicle SET dtype = CASE WHEN dtype IN ('Train') THEN 'Vehicle' ELSE dtype END WHERE dtype NOT IN ('Vehicle','Bus','Car') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET dtype = CASE WHEN dtype IN ('Train') THEN 'Vehicle' ELSE dtype END WHERE dtype NOT IN ('Vehicle','Bus','Car') AND id >= low_1 AND id < high_1;
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
    ADD CONSTRAINT vehicle_dtype_check CHECK (dtype in ('Vehicle','Bus','Car')) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit vehicle.dtype: convert rows written meanwhile
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
                UPDATE vehicle SET dtype = CASE WHEN dtype IN ('Train') THEN 'Vehicle' ELSE dtype END WHERE dtype NOT IN ('Vehicle','Bus','Car') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET dtype = CASE WHEN dtype IN ('Train') THEN 'Vehicle' ELSE dtype END WHERE dtype NOT IN ('Vehicle','Bus','Car') AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction vehicle: validate vehicle_dtype_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_dtype_check;
COMMIT;

-- accrete:step 6 transaction locks=vehicle vehicle: add check vehicle_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (dtype <> 'Bus' or (seats is not null)) NOT VALID;
COMMIT;

-- accrete:step 7 transaction vehicle: validate vehicle_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check;
COMMIT;

-- accrete:step 8 transaction locks=vehicle vehicle.doors: drop column; vehicle.waggons: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP COLUMN doors;
ALTER TABLE vehicle DROP COLUMN waggons;
COMMIT;
