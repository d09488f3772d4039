-- accrete:undo V0002 case postgresql
-- accrete:model 1:e7e48f7715b60720ad42ef38c3d5026c
-- accrete:verdict breaking
--
-- Changes
--   desk.room   add column varchar(10) not null, existing rows: case when row_number() over (partition by floor order by id) <= (select count(*) from place p where p.floor = desk.floor) then (select array_agg(p.room order by p.floor, p.room) from place p where p.floor = desk.floor)[row_number() over (partition by floor order by id)] end   Desk
--   desk        add unique constraint desk_place_key (floor, room)                           Desk
--   desk        look up what the references of desk_place_fkey mean, whose keys are others   Desk
--   desk        add foreign key desk_place_fkey (floor, room) to place                       Desk
-- Locks
--   desk        ACCESS EXCLUSIVE, instant
--   desk        SHARE UPDATE EXCLUSIVE, scan
--   place       SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] desk.room: inserts of the running version leave the new column out and fail
--   [ACC-H205] desk: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   desk: look up what the references of desk_place_fkey mean, whose keys are others
--   desk.room: the values that were dropped
-- Rows that stop this
--   desk.room: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=desk desk.room: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk ADD COLUMN room varchar(10);
COMMIT;

-- accrete:step 2 autocommit desk.room: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.desk_room_values;

CREATE TEMPORARY TABLE desk_room_values AS
    SELECT id AS key_1, case when row_number() over (partition by floor order by id) <= (select count(*) from place p where p.floor = desk.floor) then (select array_agg(p.room order by p.floor, p.room) from place p where p.floor = desk.floor)[row_number() over (partition by floor order by id)] end AS found
    FROM desk;

CREATE UNIQUE INDEX IF NOT EXISTS desk_room_place ON pg_temp.desk_room_values (key_1);

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
                UPDATE desk SET room = (SELECT v.found FROM pg_temp.desk_room_values v WHERE v.key_1 = desk.id) WHERE room IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE desk SET room = (SELECT v.found FROM pg_temp.desk_room_values v WHERE v.key_1 = desk.id) WHERE room IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.desk_room_values;
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
DROP TABLE IF EXISTS pg_temp.desk_room_values;

CREATE TEMPORARY TABLE desk_room_values AS
    SELECT id AS key_1, case when row_number() over (partition by floor order by id) <= (select count(*) from place p where p.floor = desk.floor) then (select array_agg(p.room order by p.floor, p.room) from place p where p.floor = desk.floor)[row_number() over (partition by floor order by id)] end AS found
    FROM desk;

CREATE UNIQUE INDEX IF NOT EXISTS desk_room_place ON pg_temp.desk_room_values (key_1);

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
                UPDATE desk SET room = (SELECT v.found FROM pg_temp.desk_room_values v WHERE v.key_1 = desk.id) WHERE room IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE desk SET room = (SELECT v.found FROM pg_temp.desk_room_values v WHERE v.key_1 = desk.id) WHERE room IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.desk_room_values;
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

-- accrete:step 7 autocommit index=desk_place_key desk: build index desk_place_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY desk_place_key ON desk (floor, room);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=desk desk: add unique key desk_place_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk ADD CONSTRAINT desk_place_key UNIQUE USING INDEX desk_place_key;
COMMIT;

-- accrete:step 9 autocommit desk: mend references to place
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
                UPDATE desk SET floor = (select x.floor from (select p.floor, row_number() over (order by p.floor, p.room) as n from place p where not exists (select 1 from desk c where c.floor = p.floor and c.room = p.room)) x join (select o.id as k1, row_number() over (order by o.id) as n from desk o where not exists (select 1 from place p where o.floor = p.floor and o.room = p.room)) y on y.n = x.n where y.k1 = desk.id), room = (select x.room from (select p.room, row_number() over (order by p.floor, p.room) as n from place p where not exists (select 1 from desk c where c.floor = p.floor and c.room = p.room)) x join (select o.id as k1, row_number() over (order by o.id) as n from desk o where not exists (select 1 from place p where o.floor = p.floor and o.room = p.room)) y on y.n = x.n where y.k1 = desk.id) WHERE desk.floor IS NOT NULL AND desk.room IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM place r WHERE r.floor = desk.floor AND r.room = desk.room) AND id >= low_1;
                EXIT;
            END IF;
            UPDATE desk SET floor = (select x.floor from (select p.floor, row_number() over (order by p.floor, p.room) as n from place p where not exists (select 1 from desk c where c.floor = p.floor and c.room = p.room)) x join (select o.id as k1, row_number() over (order by o.id) as n from desk o where not exists (select 1 from place p where o.floor = p.floor and o.room = p.room)) y on y.n = x.n where y.k1 = desk.id), room = (select x.room from (select p.room, row_number() over (order by p.floor, p.room) as n from place p where not exists (select 1 from desk c where c.floor = p.floor and c.room = p.room)) x join (select o.id as k1, row_number() over (order by o.id) as n from desk o where not exists (select 1 from place p where o.floor = p.floor and o.room = p.room)) y on y.n = x.n where y.k1 = desk.id) WHERE desk.floor IS NOT NULL AND desk.room IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM place r WHERE r.floor = desk.floor AND r.room = desk.room) AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 transaction locks=desk,place desk: add foreign key desk_place_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk ADD CONSTRAINT desk_place_fkey FOREIGN KEY (floor, room) REFERENCES place (floor, room) NOT VALID;
COMMIT;

-- accrete:step 11 transaction desk: validate desk_place_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE desk VALIDATE CONSTRAINT desk_place_fkey;
COMMIT;
