-- accrete:migration V0002 case postgresql
-- accrete:model 1:77a46c2c08a078ea41a8da8cc529d495
-- accrete:verdict breaking
--
-- Changes
--   desk.room   add column integer not null, existing rows: id                Desk.room
--   lamp.room   add column integer not null, existing rows: (select min(p.room) from place p where p.floor = lamp.floor)   Lamp.room
--   desk        add foreign key desk_floor_room_fkey (floor, room) to place   Desk
--   lamp        add foreign key lamp_floor_room_fkey (floor, room) to place   Lamp
-- Locks
--   desk        ACCESS EXCLUSIVE, instant
--   desk        SHARE UPDATE EXCLUSIVE, scan
--   lamp        ACCESS EXCLUSIVE, instant
--   lamp        SHARE UPDATE EXCLUSIVE, scan
--   place       SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] desk.room: inserts of the running version leave the new column out and fail
--   [ACC-H203] lamp.room: inserts of the running version leave the new column out and fail
--   [ACC-H401] desk: no index starts with [floor, room], so each delete of a referenced row reads the whole table
--   [ACC-H401] lamp: no index starts with [floor, room], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   lamp.room: no value, where none is found for them (no query finds them before)
--   desk: references to rows of place that are not there
--     SELECT * FROM (SELECT desk.*, id AS meant_2 FROM desk) c WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.floor = c.floor AND p.room = c.meant_2);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=desk desk.room: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk ADD COLUMN room integer;
COMMIT;

-- accrete:step 2 autocommit desk.room: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 desk.id%TYPE;
    high_1 desk.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM desk ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM desk WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE desk SET room = id WHERE room IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE desk SET room = id WHERE room IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=desk desk.room: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk ADD CONSTRAINT desk_room_present CHECK (room IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit desk.room: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 desk.id%TYPE;
    high_1 desk.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM desk ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM desk WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE desk SET room = id WHERE room IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE desk SET room = id WHERE room IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction desk: validate desk_room_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE desk VALIDATE CONSTRAINT desk_room_present;
COMMIT;

-- accrete:step 6 transaction locks=desk desk.room: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk ALTER COLUMN room SET NOT NULL;
ALTER TABLE desk DROP CONSTRAINT desk_room_present;
COMMIT;

-- accrete:step 7 transaction locks=lamp lamp.room: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD COLUMN room integer;
COMMIT;

-- accrete:step 8 autocommit lamp.room: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 lamp.id%TYPE;
    high_1 lamp.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM lamp ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM lamp WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE lamp SET room = (select min(p.room) from place p where p.floor = lamp.floor) WHERE room IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE lamp SET room = (select min(p.room) from place p where p.floor = lamp.floor) WHERE room IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction locks=lamp lamp.room: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD CONSTRAINT lamp_room_present CHECK (room IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit lamp.room: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 lamp.id%TYPE;
    high_1 lamp.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM lamp ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM lamp WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE lamp SET room = (select min(p.room) from place p where p.floor = lamp.floor) WHERE room IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE lamp SET room = (select min(p.room) from place p where p.floor = lamp.floor) WHERE room IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 transaction lamp: validate lamp_room_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE lamp VALIDATE CONSTRAINT lamp_room_present;
COMMIT;

-- accrete:step 12 transaction locks=lamp lamp.room: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ALTER COLUMN room SET NOT NULL;
ALTER TABLE lamp DROP CONSTRAINT lamp_room_present;
COMMIT;

-- accrete:step 13 transaction locks=desk,place desk: add foreign key desk_floor_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk ADD CONSTRAINT desk_floor_room_fkey FOREIGN KEY (floor, room) REFERENCES place (floor, room) NOT VALID;
COMMIT;

-- accrete:step 14 transaction desk: validate desk_floor_room_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE desk VALIDATE CONSTRAINT desk_floor_room_fkey;
COMMIT;

-- accrete:step 15 transaction locks=lamp,place lamp: add foreign key lamp_floor_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD CONSTRAINT lamp_floor_room_fkey FOREIGN KEY (floor, room) REFERENCES place (floor, room) NOT VALID;
COMMIT;

-- accrete:step 16 transaction lamp: validate lamp_floor_room_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE lamp VALIDATE CONSTRAINT lamp_floor_room_fkey;
COMMIT;
