-- accrete:migration V0002 case postgresql
-- accrete:model 1:e6d15f6462fb75b2ad7f0f5c8baeeb94
-- accrete:verdict breaking
--
-- Changes
--   truck        drop primary key truck_pkey (id)                                          Truck
--   vehicle      fill with (code) select cast(id as varchar(12)) from truck where not exists (select 1 from vehicle c where c.code = cast(truck.id as varchar(12)))   Vehicle
--   truck.code   add column varchar(12) not null, existing rows: cast(id as varchar(12))   Truck.code
--   truck        add primary key truck_pkey (code)                                         Truck
--   truck        add foreign key truck_code_fkey (code) to vehicle                         Truck
--   truck.id     drop column                                                               Truck
-- Locks
--   truck        ACCESS EXCLUSIVE, instant
--   truck        SHARE UPDATE EXCLUSIVE, scan
--   vehicle      SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] vehicle: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] truck.code: inserts of the running version leave the new column out and fail
--   [ACC-H202] truck.id: the running version of the application still reads and writes the column
--   [ACC-H301] truck.id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=truck truck.code: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ADD COLUMN code varchar(12);
COMMIT;

-- accrete:step 2 autocommit truck.code: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 truck.id%TYPE;
    high_1 truck.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM truck ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM truck WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE truck SET code = cast(id as varchar(12)) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE truck SET code = cast(id as varchar(12)) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=truck truck.code: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ADD CONSTRAINT truck_code_present CHECK (code IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit truck.code: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 truck.id%TYPE;
    high_1 truck.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM truck ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM truck WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE truck SET code = cast(id as varchar(12)) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE truck SET code = cast(id as varchar(12)) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction truck: validate truck_code_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE truck VALIDATE CONSTRAINT truck_code_present;
COMMIT;

-- accrete:step 6 transaction locks=truck truck.code: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ALTER COLUMN code SET NOT NULL;
ALTER TABLE truck DROP CONSTRAINT truck_code_present;
COMMIT;

-- accrete:step 7 autocommit index=truck_code_new_idx truck: build index truck_code_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY truck_code_new_idx ON truck (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=truck truck: change primary key truck_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE truck DROP CONSTRAINT truck_pkey,
    ADD CONSTRAINT truck_pkey PRIMARY KEY USING INDEX truck_code_new_idx;
COMMIT;

-- accrete:step 9 transaction vehicle: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO vehicle (code) select cast(id as varchar(12)) from truck where not exists (select 1 from vehicle c where c.code = cast(truck.id as varchar(12)));
COMMIT;

-- accrete:step 10 transaction locks=truck,vehicle truck: add foreign key truck_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ADD CONSTRAINT truck_code_fkey FOREIGN KEY (code) REFERENCES vehicle (code) NOT VALID;
COMMIT;

-- accrete:step 11 transaction truck: validate truck_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE truck VALIDATE CONSTRAINT truck_code_fkey;
COMMIT;

-- accrete:step 12 transaction locks=truck truck.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck DROP COLUMN id;
COMMIT;
