-- accrete:migration V0002 case postgresql
-- accrete:model 1:0bacd2c24088147d22dc2858f77d46e0
-- accrete:verdict breaking
--
-- Changes
--   vehicle.kind     rename column from dtype                         Vehicle.kind
--   vehicle.doors    add column integer                               Vehicle.doors
--   vehicle.kind     change type from varchar(12) to varchar(31), using case kind when 'Bus' then 'B' when 'Car' then 'C' else 'V' end   Vehicle.kind
--   vehicle.kind     change check to [kind in ('V','B','C')]          Vehicle.kind
--   vehicle.doors    existing rows: case when kind = 'C' then 2 end   Vehicle.doors
--   vehicle.wheels   existing rows: case when kind = 'C' then 4 end   Vehicle.wheels
--   vehicle          add check vehicle_check                          Vehicle
-- Locks
--   vehicle          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] vehicle.kind: the running version of the application looks for the old name
--   [ACC-H101] vehicle.kind: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] vehicle.kind: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] vehicle.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] vehicle.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=vehicle vehicle.dtype: rename to kind; vehicle.doors: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle RENAME COLUMN dtype TO kind;
ALTER TABLE vehicle RENAME CONSTRAINT vehicle_dtype_check TO vehicle_kind_check;
ALTER TABLE vehicle ADD COLUMN doors integer;
COMMIT;

-- accrete:step 2 transaction locks=vehicle vehicle.kind: change type to varchar(31)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE vehicle DROP CONSTRAINT vehicle_kind_check,
    ALTER COLUMN kind TYPE varchar(31) USING case kind when 'Bus' then 'B' when 'Car' then 'C' else 'V' end,
    ADD CONSTRAINT vehicle_kind_check CHECK (kind in ('V','B','C')) NOT VALID;
COMMIT;

-- accrete:step 3 transaction vehicle: validate vehicle_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_kind_check;
COMMIT;

-- accrete:step 4 autocommit vehicle.doors: fill in rows that exist
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
                UPDATE vehicle SET doors = case when kind = 'C' then 2 end WHERE doors IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET doors = case when kind = 'C' then 2 end WHERE doors IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 autocommit vehicle.wheels: fill in rows that exist
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
                UPDATE vehicle SET wheels = case when kind = 'C' then 4 end WHERE wheels IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET wheels = case when kind = 'C' then 4 end WHERE wheels IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=vehicle vehicle: add check vehicle_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (kind <> 'C' or (doors is not null and wheels is not null)) NOT VALID;
COMMIT;

-- accrete:step 7 transaction vehicle: validate vehicle_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check;
COMMIT;
