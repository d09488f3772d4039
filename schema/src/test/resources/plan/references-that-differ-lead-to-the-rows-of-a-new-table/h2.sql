-- accrete:migration V0002 case h2
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
--   seat           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] room: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] seat.room_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] seat: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   seat.room_id: no value, where none is found for them
--     SELECT * FROM (SELECT seat.*, case when row_number() over (order by id) <= (select count(*) from (select id from person) p(id)) then (select array_agg(p.id order by p.id) from (select id from person) p(id))[row_number() over (order by id)] end AS found FROM seat) r WHERE found IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create room
CREATE TABLE room (
    id bigint NOT NULL,
    CONSTRAINT room_pkey PRIMARY KEY (id)
);

-- accrete:step 2 transaction room: take over rows
BEGIN;
INSERT INTO room (id) select id from person;
COMMIT;

-- accrete:step 3 autocommit seat.room_id: add column
ALTER TABLE seat ADD COLUMN room_id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS seat_room_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from room p) then (select array_agg(p.id order by p.id) from room p)[row_number() over (order by id)] end AS found
    FROM seat;

CREATE UNIQUE INDEX IF NOT EXISTS seat_room_id_place ON seat_room_id_values (key_1);
UPDATE seat SET room_id = (SELECT v.found FROM seat_room_id_values v WHERE v.key_1 = seat.id) WHERE room_id IS NULL;
DROP TABLE IF EXISTS seat_room_id_values;
ALTER TABLE seat ALTER COLUMN room_id SET NOT NULL;

-- accrete:step 4 autocommit seat: add unique key seat_room_id_key
ALTER TABLE seat ADD CONSTRAINT seat_room_id_key UNIQUE (room_id);

-- accrete:step 5 autocommit seat: add foreign key seat_room_id_fkey
ALTER TABLE seat ADD CONSTRAINT seat_room_id_fkey FOREIGN KEY (room_id) REFERENCES room (id);
