-- accrete:migration V0002 case postgresql
-- accrete:model 1:38f12ceaeed468db855774bb4a5ec83d
-- accrete:verdict breaking
--
-- Changes
--   tractor              drop foreign key tractor_id_fkey (id) to vehicle              Tractor
--   truck                drop foreign key truck_id_fkey (id) to vehicle                Truck
--   tractor              drop primary key tractor_pkey (id)                            Tractor
--   car                  fill with (id, doors) select id, 0 from tractor where not exists (select 1 from car c where c.id = tractor.id) union all select id, 0 from truck where not exists (select 1 from car c where c.id = truck.id)   Car
--   limousine            fill with (id) select id from truck where not exists (select 1 from limousine c where c.id = truck.id)   Limousine
--   tractor.vehicle_id   add column bigint not null, existing rows: id                 Tractor.vehicleId
--   tractor              add primary key tractor_pkey (vehicle_id)                     Tractor
--   tractor              add foreign key tractor_vehicle_id_fkey (vehicle_id) to car   Tractor
--   truck                add foreign key truck_id_fkey (id) to limousine               Truck
--   tractor.id           drop column                                                   Tractor
-- Locks
--   car                  SHARE ROW EXCLUSIVE, instant
--   limousine            ACCESS EXCLUSIVE, instant
--   tractor              ACCESS EXCLUSIVE, instant
--   tractor              SHARE UPDATE EXCLUSIVE, scan
--   truck                ACCESS EXCLUSIVE, instant
--   truck                SHARE UPDATE EXCLUSIVE, scan
--   vehicle              ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] car: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] limousine: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] tractor.vehicle_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] truck: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] truck: the running version fails when it writes references, which are to rows of vehicle, not of limousine
--   [ACC-H202] tractor.id: the running version of the application still reads and writes the column
--   [ACC-H301] tractor.id: its data is gone for good
-- Rows that stop this
--   car: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM car UNION ALL SELECT id FROM (select id, 0 from tractor where not exists (select 1 from car c where c.id = tractor.id) union all select id, 0 from truck where not exists (select 1 from car c where c.id = truck.id)) taken(id, doors)) found GROUP BY id HAVING count(*) > 1;
--   limousine: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM limousine UNION ALL SELECT id FROM (select id from truck where not exists (select 1 from limousine c where c.id = truck.id)) taken(id)) found GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=tractor,vehicle tractor: drop foreign key tractor_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor DROP CONSTRAINT tractor_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=tractor tractor.vehicle_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor ADD COLUMN vehicle_id bigint;
COMMIT;

-- accrete:step 3 autocommit tractor.vehicle_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 tractor.id%TYPE;
    high_1 tractor.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM tractor ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM tractor WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE tractor SET vehicle_id = id WHERE vehicle_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tractor SET vehicle_id = id WHERE vehicle_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=tractor tractor.vehicle_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor ADD CONSTRAINT tractor_vehicle_id_present CHECK (vehicle_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit tractor.vehicle_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 tractor.id%TYPE;
    high_1 tractor.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM tractor ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM tractor WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE tractor SET vehicle_id = id WHERE vehicle_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tractor SET vehicle_id = id WHERE vehicle_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction tractor: validate tractor_vehicle_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tractor VALIDATE CONSTRAINT tractor_vehicle_id_present;
COMMIT;

-- accrete:step 7 transaction locks=tractor tractor.vehicle_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor ALTER COLUMN vehicle_id SET NOT NULL;
ALTER TABLE tractor DROP CONSTRAINT tractor_vehicle_id_present;
COMMIT;

-- accrete:step 8 autocommit index=tractor_vehicle_id_new_idx tractor: build index tractor_vehicle_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY tractor_vehicle_id_new_idx ON tractor (vehicle_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 9 transaction locks=tractor tractor: change primary key tractor_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE tractor DROP CONSTRAINT tractor_pkey,
    ADD CONSTRAINT tractor_pkey PRIMARY KEY USING INDEX tractor_vehicle_id_new_idx;
COMMIT;

-- accrete:step 10 transaction car: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO car (id, doors) select id, 0 from tractor where not exists (select 1 from car c where c.id = tractor.id) union all select id, 0 from truck where not exists (select 1 from car c where c.id = truck.id);
COMMIT;

-- accrete:step 11 transaction limousine: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO limousine (id) select id from truck where not exists (select 1 from limousine c where c.id = truck.id);
COMMIT;

-- accrete:step 12 transaction locks=car,tractor tractor: add foreign key tractor_vehicle_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE car, tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor ADD CONSTRAINT tractor_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES car (id) NOT VALID;
COMMIT;

-- accrete:step 13 transaction tractor: validate tractor_vehicle_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tractor VALIDATE CONSTRAINT tractor_vehicle_id_fkey;
COMMIT;

-- accrete:step 14 transaction locks=limousine,truck,vehicle truck: change foreign key truck_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE limousine, truck, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE truck DROP CONSTRAINT truck_id_fkey,
    ADD CONSTRAINT truck_id_fkey FOREIGN KEY (id) REFERENCES limousine (id) NOT VALID;
COMMIT;

-- accrete:step 15 transaction truck: validate truck_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE truck VALIDATE CONSTRAINT truck_id_fkey;
COMMIT;

-- accrete:step 16 transaction locks=tractor tractor.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tractor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tractor DROP COLUMN id;
COMMIT;
