-- accrete:undo V0002 case postgresql
-- accrete:model 1:6fcd415f1ff03c30fb24938df13618d5
-- accrete:verdict breaking
--
-- Changes
--   truck.id     add column integer not null, existing rows: row_number() over (order by code)   Truck
--   truck        drop foreign key truck_code_fkey (code) to vehicle                              Truck
--   truck        drop primary key truck_pkey (code)                                              Truck
--   truck.code   drop column                                                                     Truck.code
--   truck        add primary key truck_pkey (id)                                                 Truck
-- Locks
--   truck        ACCESS EXCLUSIVE, instant
--   truck        SHARE UPDATE EXCLUSIVE, scan
--   vehicle      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] truck.id: inserts of the running version leave the new column out and fail
--   [ACC-H202] truck.code: the running version of the application still reads and writes the column
--   [ACC-H301] truck.code: its data is gone for good
-- Data that does not come back
--   truck.code: all values
--   truck.id: the values that were dropped
--   vehicle: rows that were taken over stay
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=truck,vehicle truck: drop foreign key truck_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck DROP CONSTRAINT truck_code_fkey;
COMMIT;

-- accrete:step 2 transaction locks=truck truck.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ADD COLUMN id integer;
COMMIT;

-- accrete:step 3 autocommit truck.id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.truck_id_values;

CREATE TEMPORARY TABLE truck_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM truck;

CREATE UNIQUE INDEX IF NOT EXISTS truck_id_place ON pg_temp.truck_id_values (key_1);

DO $accrete$
DECLARE
    low_1 truck.code%TYPE;
    high_1 truck.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM truck ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM truck WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE truck SET id = (SELECT v.found FROM pg_temp.truck_id_values v WHERE v.key_1 = truck.code) WHERE id IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE truck SET id = (SELECT v.found FROM pg_temp.truck_id_values v WHERE v.key_1 = truck.code) WHERE id IS NULL AND code >= low_1 AND code < high_1;
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

DROP TABLE IF EXISTS pg_temp.truck_id_values;
RESET statement_timeout;

-- accrete:step 4 transaction locks=truck truck.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ADD CONSTRAINT truck_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit truck.id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.truck_id_values;

CREATE TEMPORARY TABLE truck_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM truck;

CREATE UNIQUE INDEX IF NOT EXISTS truck_id_place ON pg_temp.truck_id_values (key_1);

DO $accrete$
DECLARE
    low_1 truck.code%TYPE;
    high_1 truck.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM truck ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM truck WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE truck SET id = (SELECT v.found FROM pg_temp.truck_id_values v WHERE v.key_1 = truck.code) WHERE id IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE truck SET id = (SELECT v.found FROM pg_temp.truck_id_values v WHERE v.key_1 = truck.code) WHERE id IS NULL AND code >= low_1 AND code < high_1;
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

DROP TABLE IF EXISTS pg_temp.truck_id_values;
RESET statement_timeout;

-- accrete:step 6 transaction truck: validate truck_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE truck VALIDATE CONSTRAINT truck_id_present;
COMMIT;

-- accrete:step 7 transaction locks=truck truck.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ALTER COLUMN id SET NOT NULL;
ALTER TABLE truck DROP CONSTRAINT truck_id_present;
COMMIT;

-- accrete:step 8 autocommit index=truck_id_new_idx truck: build index truck_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY truck_id_new_idx ON truck (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 9 transaction locks=truck truck: change primary key truck_pkey; truck.code: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE truck DROP CONSTRAINT truck_pkey,
    ADD CONSTRAINT truck_pkey PRIMARY KEY USING INDEX truck_id_new_idx;

ALTER TABLE truck DROP COLUMN code;
COMMIT;
