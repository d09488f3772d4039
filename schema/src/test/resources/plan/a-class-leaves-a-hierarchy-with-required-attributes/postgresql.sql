-- accrete:migration V0002 case postgresql
-- accrete:model 1:c60b49896be89db39671ce163d81486d
-- accrete:verdict breaking
--
-- Changes
--   vehicle.seats   add column integer, existing rows: case when kind = 4 then 0 end   Vehicle.seats
--   vehicle.kind    replace values, using case when kind in (3) then 1 else kind end   Vehicle.kind
--   vehicle.kind    change check to [kind in (2,4,1)]                                  Vehicle.kind
--   vehicle         add check vehicle_check1                                           Vehicle
-- Locks
--   vehicle         ACCESS EXCLUSIVE, instant
--   vehicle         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] vehicle.kind: the running version of the application may write values that no longer fit
--   [ACC-H203] vehicle: rows that the running version writes without seats fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit vehicle.kind: convert rows that exist
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
                UPDATE vehicle SET kind = case when kind in (3) then 1 else kind end WHERE kind NOT IN (2,4,1) AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET kind = case when kind in (3) then 1 else kind end WHERE kind NOT IN (2,4,1) AND id >= low_1 AND id < high_1;
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

-- accrete:step 2 transaction locks=vehicle vehicle.kind: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE vehicle DROP CONSTRAINT vehicle_kind_check,
    ADD CONSTRAINT vehicle_kind_check CHECK (kind in (2,4,1)) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit vehicle.kind: convert rows written meanwhile
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
                UPDATE vehicle SET kind = case when kind in (3) then 1 else kind end WHERE kind NOT IN (2,4,1) AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET kind = case when kind in (3) then 1 else kind end WHERE kind NOT IN (2,4,1) AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction vehicle: validate vehicle_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_kind_check;
COMMIT;

-- accrete:step 5 transaction locks=vehicle vehicle.seats: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD COLUMN seats integer;
COMMIT;

-- accrete:step 6 autocommit vehicle.seats: fill in rows that exist
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
                UPDATE vehicle SET seats = case when kind = 4 then 0 end WHERE seats IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE vehicle SET seats = case when kind = 4 then 0 end WHERE seats IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction locks=vehicle vehicle: add check vehicle_check1
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check1 CHECK (kind <> 4 or (seats is not null)) NOT VALID;
COMMIT;

-- accrete:step 8 transaction vehicle: validate vehicle_check1
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check1;
COMMIT;
