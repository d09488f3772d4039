-- accrete:migration V0002 case postgresql
-- accrete:model 1:74935fa40c6e72d425bb32e16dd175dc
-- accrete:verdict breaking
--
-- Changes
--   vehicle.dtype   replace values, using case dtype when 'Bus' then 'Car' else dtype end   Vehicle.dtype
--   vehicle.dtype   change check to [dtype in ('Vehicle','Car')]                            Vehicle.dtype
-- Locks
--   vehicle         ACCESS EXCLUSIVE, instant
--   vehicle         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] vehicle.dtype: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit vehicle.dtype: convert rows that exist
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
                UPDATE vehicle SET dtype = case dtype when 'Bus' then 'Car' else dtype end WHERE dtype NOT IN ('Vehicle','Car') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET dtype = case dtype when 'Bus' then 'Car' else dtype end WHERE dtype NOT IN ('Vehicle','Car') AND id >= low_1 AND id < high_1;
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

-- accrete:step 2 transaction locks=vehicle vehicle.dtype: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE vehicle DROP CONSTRAINT vehicle_dtype_check,
    ADD CONSTRAINT vehicle_dtype_check CHECK (dtype in ('Vehicle','Car')) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit vehicle.dtype: convert rows written meanwhile
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
                UPDATE vehicle SET dtype = case dtype when 'Bus' then 'Car' else dtype end WHERE dtype NOT IN ('Vehicle','Car') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET dtype = case dtype when 'Bus' then 'Car' else dtype end WHERE dtype NOT IN ('Vehicle','Car') AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction vehicle: validate vehicle_dtype_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_dtype_check;
COMMIT;
