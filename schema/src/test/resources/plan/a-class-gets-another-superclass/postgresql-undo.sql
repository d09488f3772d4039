-- accrete:undo V0002 case postgresql
-- accrete:model 1:38846fe874cc94bdf84711cce8681e6b
-- accrete:verdict breaking
--
-- Changes
--   tractor.id           add column bigint not null, existing rows: coalesce((select p.id from vehicle p where p.id = tractor.vehicle_id), case when row_number() over (order by vehicle_id) <= (select count(*) from vehicle p) then (select array_agg(p.id order by p.id) from vehicle p)[row_number() over (order by vehicle_id)] end)   Tractor
--   truck                drop foreign key truck_id_fkey (id) to limousine               Truck
--   tractor              drop foreign key tractor_vehicle_id_fkey (vehicle_id) to car   Tractor
--   tractor              drop primary key tractor_pkey (vehicle_id)                     Tractor
--   tractor.vehicle_id   drop column                                                    Tractor.vehicleId
--   tractor              add primary key tractor_pkey (id)                              Tractor
--   truck                add foreign key truck_id_fkey (id) to vehicle                  Truck
--   tractor              add foreign key tractor_id_fkey (id) to vehicle                Tractor
-- Locks
--   car                  ACCESS EXCLUSIVE, instant
--   limousine            ACCESS EXCLUSIVE, instant
--   tractor              ACCESS EXCLUSIVE, instant
--   tractor              SHARE UPDATE EXCLUSIVE, scan
--   truck                ACCESS EXCLUSIVE, instant
--   truck                SHARE UPDATE EXCLUSIVE, scan
--   vehicle              ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] tractor.id: inserts of the running version leave the new column out and fail
--   [ACC-H202] tractor.vehicle_id: the running version of the application still reads and writes the column
--   [ACC-H301] tractor.vehicle_id: its data is gone for good
--   [ACC-H205] truck: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   tractor.vehicle_id: all values
--   tractor.id: the values that were dropped
--   car: rows that were taken over stay
--   limousine: rows that were taken over stay
-- Rows that stop this
--   tractor.id: no value, where none is found for them (no query finds them before)
--   truck: references to rows of vehicle that are not there
--     SELECT * FROM truck c WHERE NOT EXISTS (SELECT 1 FROM vehicle p WHERE p.id = c.id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=car,tractor tractor: drop foreign key tractor_vehicle_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE car, tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor DROP CONSTRAINT tractor_vehicle_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=tractor tractor.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor ADD COLUMN id bigint;
COMMIT;

-- accrete:step 3 autocommit tractor.id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.tractor_id_values;

CREATE TEMPORARY TABLE tractor_id_values AS
    SELECT vehicle_id AS key_1, coalesce((select p.id from vehicle p where p.id = tractor.vehicle_id), case when row_number() over (order by vehicle_id) <= (select count(*) from vehicle p) then (select array_agg(p.id order by p.id) from vehicle p)[row_number() over (order by vehicle_id)] end) AS found
    FROM tractor;

CREATE UNIQUE INDEX IF NOT EXISTS tractor_id_place ON pg_temp.tractor_id_values (key_1);

DO $accrete$
DECLARE
    low_1 tractor.vehicle_id%TYPE;
    high_1 tractor.vehicle_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT vehicle_id INTO low_1 FROM tractor ORDER BY vehicle_id LIMIT 1;
    LOOP
        SELECT vehicle_id INTO high_1 FROM tractor WHERE vehicle_id >= low_1 ORDER BY vehicle_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE tractor SET id = (SELECT v.found FROM pg_temp.tractor_id_values v WHERE v.key_1 = tractor.vehicle_id) WHERE id IS NULL AND vehicle_id >= low_1;
                EXIT;
            END IF;
            UPDATE tractor SET id = (SELECT v.found FROM pg_temp.tractor_id_values v WHERE v.key_1 = tractor.vehicle_id) WHERE id IS NULL AND vehicle_id >= low_1 AND vehicle_id < high_1;
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

DROP TABLE IF EXISTS pg_temp.tractor_id_values;
RESET statement_timeout;

-- accrete:step 4 transaction locks=tractor tractor.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor ADD CONSTRAINT tractor_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit tractor.id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.tractor_id_values;

CREATE TEMPORARY TABLE tractor_id_values AS
    SELECT vehicle_id AS key_1, coalesce((select p.id from vehicle p where p.id = tractor.vehicle_id), case when row_number() over (order by vehicle_id) <= (select count(*) from vehicle p) then (select array_agg(p.id order by p.id) from vehicle p)[row_number() over (order by vehicle_id)] end) AS found
    FROM tractor;

CREATE UNIQUE INDEX IF NOT EXISTS tractor_id_place ON pg_temp.tractor_id_values (key_1);

DO $accrete$
DECLARE
    low_1 tractor.vehicle_id%TYPE;
    high_1 tractor.vehicle_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT vehicle_id INTO low_1 FROM tractor ORDER BY vehicle_id LIMIT 1;
    LOOP
        SELECT vehicle_id INTO high_1 FROM tractor WHERE vehicle_id >= low_1 ORDER BY vehicle_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE tractor SET id = (SELECT v.found FROM pg_temp.tractor_id_values v WHERE v.key_1 = tractor.vehicle_id) WHERE id IS NULL AND vehicle_id >= low_1;
                EXIT;
            END IF;
            UPDATE tractor SET id = (SELECT v.found FROM pg_temp.tractor_id_values v WHERE v.key_1 = tractor.vehicle_id) WHERE id IS NULL AND vehicle_id >= low_1 AND vehicle_id < high_1;
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

DROP TABLE IF EXISTS pg_temp.tractor_id_values;
RESET statement_timeout;

-- accrete:step 6 transaction tractor: validate tractor_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tractor VALIDATE CONSTRAINT tractor_id_present;
COMMIT;

-- accrete:step 7 transaction locks=tractor tractor.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor ALTER COLUMN id SET NOT NULL;
ALTER TABLE tractor DROP CONSTRAINT tractor_id_present;
COMMIT;

-- accrete:step 8 autocommit index=tractor_id_new_idx tractor: build index tractor_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY tractor_id_new_idx ON tractor (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 9 transaction locks=tractor tractor: change primary key tractor_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE tractor DROP CONSTRAINT tractor_pkey,
    ADD CONSTRAINT tractor_pkey PRIMARY KEY USING INDEX tractor_id_new_idx;
COMMIT;

-- accrete:step 10 transaction locks=tractor,vehicle tractor: add foreign key tractor_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor ADD CONSTRAINT tractor_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id) NOT VALID;
COMMIT;

-- accrete:step 11 transaction tractor: validate tractor_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tractor VALIDATE CONSTRAINT tractor_id_fkey;
COMMIT;

-- accrete:step 12 transaction locks=limousine,truck,vehicle truck: change foreign key truck_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE limousine, truck, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE truck DROP CONSTRAINT truck_id_fkey,
    ADD CONSTRAINT truck_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id) NOT VALID;
COMMIT;

-- accrete:step 13 transaction truck: validate truck_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE truck VALIDATE CONSTRAINT truck_id_fkey;
COMMIT;

-- accrete:step 14 transaction locks=tractor tractor.vehicle_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor DROP COLUMN vehicle_id;
COMMIT;
