-- accrete:migration V0002 case postgresql
-- accrete:model 1:e0b96d15bc4e87ececd850bab3a17731
-- accrete:verdict breaking
--
-- Changes
--   room           create table                                          Room
--   room           fill with (id) select id from person                  Room
--   seat.room_id   add column bigint not null, existing rows: case when row_number() over (order by id) <= (select count(*) from room p) then (select array_agg(p.id order by p.id) from room p)[row_number() over (order by id)] end   Seat.roomId
--   seat           add unique constraint seat_room_id_key (room_id)      Seat
--   seat           add foreign key seat_room_id_fkey (room_id) to room   Seat
-- Locks
--   room           SHARE ROW EXCLUSIVE, instant
--   seat           ACCESS EXCLUSIVE, instant
--   seat           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] room: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] seat.room_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] seat: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   seat.room_id: no value, where none is found for them
--     SELECT * FROM (SELECT seat.*, case when row_number() over (order by id) <= (select count(*) from (select id from person) p(id)) then (select array_agg(p.id order by p.id) from (select id from person) p(id))[row_number() over (order by id)] end AS found FROM seat) r WHERE found IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create room, which nobody uses yet
BEGIN;
CREATE TABLE room (
    id bigint NOT NULL,
    CONSTRAINT room_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction room: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO room (id) select id from person;
COMMIT;

-- accrete:step 3 transaction locks=seat seat.room_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE seat ADD COLUMN room_id bigint;
COMMIT;

-- accrete:step 4 autocommit seat.room_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.seat_room_id_values;

CREATE TEMPORARY TABLE seat_room_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from room p) then (select array_agg(p.id order by p.id) from room p)[row_number() over (order by id)] end AS found
    FROM seat;

CREATE UNIQUE INDEX IF NOT EXISTS seat_room_id_place ON pg_temp.seat_room_id_values (key_1);

DO $accrete$
DECLARE
    low_1 seat.id%TYPE;
    high_1 seat.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM seat ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM seat WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE seat SET room_id = (SELECT v.found FROM pg_temp.seat_room_id_values v WHERE v.key_1 = seat.id) WHERE room_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE seat SET room_id = (SELECT v.found FROM pg_temp.seat_room_id_values v WHERE v.key_1 = seat.id) WHERE room_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.seat_room_id_values;
RESET statement_timeout;

-- accrete:step 5 transaction locks=seat seat.room_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE seat ADD CONSTRAINT seat_room_id_present CHECK (room_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit seat.room_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.seat_room_id_values;

CREATE TEMPORARY TABLE seat_room_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from room p) then (select array_agg(p.id order by p.id) from room p)[row_number() over (order by id)] end AS found
    FROM seat;

CREATE UNIQUE INDEX IF NOT EXISTS seat_room_id_place ON pg_temp.seat_room_id_values (key_1);

DO $accrete$
DECLARE
    low_1 seat.id%TYPE;
    high_1 seat.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM seat ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM seat WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE seat SET room_id = (SELECT v.found FROM pg_temp.seat_room_id_values v WHERE v.key_1 = seat.id) WHERE room_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE seat SET room_id = (SELECT v.found FROM pg_temp.seat_room_id_values v WHERE v.key_1 = seat.id) WHERE room_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.seat_room_id_values;
RESET statement_timeout;

-- accrete:step 7 transaction seat: validate seat_room_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE seat VALIDATE CONSTRAINT seat_room_id_present;
COMMIT;

-- accrete:step 8 transaction locks=seat seat.room_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE seat ALTER COLUMN room_id SET NOT NULL;
ALTER TABLE seat DROP CONSTRAINT seat_room_id_present;
COMMIT;

-- accrete:step 9 autocommit index=seat_room_id_key seat: build index seat_room_id_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY seat_room_id_key ON seat (room_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 10 transaction locks=seat seat: add unique key seat_room_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE seat ADD CONSTRAINT seat_room_id_key UNIQUE USING INDEX seat_room_id_key;
COMMIT;

-- accrete:step 11 transaction locks=room,seat seat: add foreign key seat_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE room, seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE seat ADD CONSTRAINT seat_room_id_fkey FOREIGN KEY (room_id) REFERENCES room (id) NOT VALID;
COMMIT;

-- accrete:step 12 transaction seat: validate seat_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE seat VALIDATE CONSTRAINT seat_room_id_fkey;
COMMIT;
