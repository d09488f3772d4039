-- accrete:migration V0002 case postgresql
-- accrete:model 1:ebe68d7e3817eb369b27006cf961baf8
-- accrete:verdict breaking
--
-- Changes
--   bus            create table                                                                                           Bus
--   bus            fill with (id, weight) select (select min(id) from vehicle), (select min(weight) from truck)           Bus
--   vehicle        fill with (id) select id from truck where not exists (select 1 from vehicle c where c.id = truck.id)   Vehicle
--   note.bus_id    add column bigint not null, existing rows: (select min(id) from bus)                                   Note.busId
--   truck.weight   add column integer not null, existing rows: 7                                                          Truck.weight
--   bus            add foreign key bus_id_fkey (id) to vehicle                                                            Bus
--   note           add foreign key note_bus_id_fkey (bus_id) to bus                                                       Note
--   truck          add foreign key truck_id_fkey (id) to vehicle                                                          Truck
-- Locks
--   bus            SHARE ROW EXCLUSIVE, instant
--   bus            SHARE UPDATE EXCLUSIVE, scan
--   note           ACCESS EXCLUSIVE, instant
--   note           SHARE UPDATE EXCLUSIVE, scan
--   truck          ACCESS EXCLUSIVE, instant
--   truck          SHARE UPDATE EXCLUSIVE, scan
--   vehicle        SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] bus: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] vehicle: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] note.bus_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] truck.weight: inserts of the running version leave the new column out and fail
--   [ACC-H401] note: no index starts with [bus_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] truck: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] truck: the running version fails when it writes rows, for it writes none of the same key to vehicle
-- Rows that stop this
--   bus: rows that it takes over without a value, where none is found for them (no query finds them before)
--   vehicle: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM vehicle UNION ALL SELECT id FROM (select id from truck where not exists (select 1 from vehicle c where c.id = truck.id)) taken(id)) found GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create bus, which nobody uses yet
BEGIN;
CREATE TABLE bus (
    id bigint NOT NULL,
    weight integer NOT NULL,
    CONSTRAINT bus_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction locks=truck truck.weight: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ADD COLUMN weight integer DEFAULT 7 NOT NULL;
ALTER TABLE truck ALTER COLUMN weight DROP DEFAULT;
COMMIT;

-- accrete:step 3 transaction bus: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO bus (id, weight) select (select min(id) from vehicle), (select min(weight) from truck);
COMMIT;

-- accrete:step 4 transaction locks=note note.bus_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD COLUMN bus_id bigint;
COMMIT;

-- accrete:step 5 autocommit note.bus_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 note.id%TYPE;
    high_1 note.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM note ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM note WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE note SET bus_id = (select min(id) from bus) WHERE bus_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET bus_id = (select min(id) from bus) WHERE bus_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=note note.bus_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_bus_id_present CHECK (bus_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 autocommit note.bus_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 note.id%TYPE;
    high_1 note.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM note ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM note WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE note SET bus_id = (select min(id) from bus) WHERE bus_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET bus_id = (select min(id) from bus) WHERE bus_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 transaction note: validate note_bus_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_bus_id_present;
COMMIT;

-- accrete:step 9 transaction locks=note note.bus_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ALTER COLUMN bus_id SET NOT NULL;
ALTER TABLE note DROP CONSTRAINT note_bus_id_present;
COMMIT;

-- accrete:step 10 transaction vehicle: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO vehicle (id) select id from truck where not exists (select 1 from vehicle c where c.id = truck.id);
COMMIT;

-- accrete:step 11 transaction locks=bus,vehicle bus: add foreign key bus_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bus, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bus ADD CONSTRAINT bus_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id) NOT VALID;
COMMIT;

-- accrete:step 12 transaction bus: validate bus_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE bus VALIDATE CONSTRAINT bus_id_fkey;
COMMIT;

-- accrete:step 13 transaction locks=bus,note note: add foreign key note_bus_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bus, note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_bus_id_fkey FOREIGN KEY (bus_id) REFERENCES bus (id) NOT VALID;
COMMIT;

-- accrete:step 14 transaction note: validate note_bus_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_bus_id_fkey;
COMMIT;

-- accrete:step 15 transaction locks=truck,vehicle truck: add foreign key truck_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck ADD CONSTRAINT truck_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id) NOT VALID;
COMMIT;

-- accrete:step 16 transaction truck: validate truck_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE truck VALIDATE CONSTRAINT truck_id_fkey;
COMMIT;
