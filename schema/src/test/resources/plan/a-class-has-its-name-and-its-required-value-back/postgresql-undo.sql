-- accrete:undo V0002 case postgresql
-- accrete:model 1:8880b60ebd1066dae6d436e03e0c9857
-- accrete:verdict breaking
--
-- Changes
--   shape.radius   add column integer                                    Shape
--   shape          drop check shape_check                                Shape
--   shape.kind     change check to [kind in ('Circle','Square')]         Shape.kind
--   shape.kind     replace values, using CASE kind WHEN 'Square' THEN 'Square' WHEN 'Disc' THEN 'Circle' ELSE 'Square' END   Shape.kind
--   shape.width    drop column                                           Shape.width
--   shape.radius   existing rows: case when kind = 'Circle' then 0 end   Shape
--   shape          add check shape_check                                 Shape
-- Locks
--   shape          ACCESS EXCLUSIVE, instant
--   shape          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] shape.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] shape.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H202] shape.width: the running version of the application still reads and writes the column
--   [ACC-H301] shape.width: its data is gone for good
--   [ACC-H205] shape: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Data that does not come back
--   shape.radius: rows without a value get case when kind = 'Circle' then 0 end
--   shape.width: all values
--   shape.kind: what the conversion of its values left out
--   shape.radius: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=shape shape: drop check shape_check; shape.kind: allow old and new constants
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shape IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shape DROP CONSTRAINT shape_check;

ALTER TABLE shape DROP CONSTRAINT shape_kind_check,
    ADD CONSTRAINT shape_kind_check CHECK (kind in ('Disc','Square','Circle')) NOT VALID;
COMMIT;

-- accrete:step 2 autocommit shape.kind: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 shape.id%TYPE;
    high_1 shape.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM shape ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM shape WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE shape SET kind = CASE kind WHEN 'Square' THEN 'Square' WHEN 'Disc' THEN 'Circle' ELSE 'Square' END WHERE kind NOT IN ('Circle','Square') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shape SET kind = CASE kind WHEN 'Square' THEN 'Square' WHEN 'Disc' THEN 'Circle' ELSE 'Square' END WHERE kind NOT IN ('Circle','Square') AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=shape shape.kind: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shape IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE shape DROP CONSTRAINT shape_kind_check,
    ADD CONSTRAINT shape_kind_check CHECK (kind in ('Circle','Square')) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit shape.kind: convert rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 shape.id%TYPE;
    high_1 shape.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM shape ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM shape WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE shape SET kind = CASE kind WHEN 'Square' THEN 'Square' WHEN 'Disc' THEN 'Circle' ELSE 'Square' END WHERE kind NOT IN ('Circle','Square') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shape SET kind = CASE kind WHEN 'Square' THEN 'Square' WHEN 'Disc' THEN 'Circle' ELSE 'Square' END WHERE kind NOT IN ('Circle','Square') AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction shape: validate shape_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE shape VALIDATE CONSTRAINT shape_kind_check;
COMMIT;

-- accrete:step 6 transaction locks=shape shape.radius: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shape IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shape ADD COLUMN radius integer;
COMMIT;

-- accrete:step 7 autocommit shape.radius: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 shape.id%TYPE;
    high_1 shape.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM shape ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM shape WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE shape SET radius = case when kind = 'Circle' then 0 end WHERE radius IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE shape SET radius = case when kind = 'Circle' then 0 end WHERE radius IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 transaction locks=shape shape: add check shape_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shape IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shape ADD CONSTRAINT shape_check CHECK (kind <> 'Circle' or (radius is not null)) NOT VALID;
COMMIT;

-- accrete:step 9 transaction shape: validate shape_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE shape VALIDATE CONSTRAINT shape_check;
COMMIT;

-- accrete:step 10 transaction locks=shape shape.width: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shape IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shape DROP COLUMN width;
COMMIT;
