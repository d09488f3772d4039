-- accrete:undo V0002 case postgresql
-- accrete:model 1:63ba33f57bee6e43cd899803a513e9e3
-- accrete:verdict breaking
--
-- Changes
--   seat           drop foreign key seat_room_id_fkey (room_id) to room   Seat
--   seat           drop unique constraint seat_room_id_key (room_id)      Seat
--   seat.room_id   drop column                                            Seat.roomId
--   room           drop table                                             Room
-- Locks
--   room           ACCESS EXCLUSIVE, instant
--   seat           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] seat.room_id: the running version of the application still reads and writes the column
--   [ACC-H301] seat.room_id: its data is gone for good
--   [ACC-H202] room: the running version of the application still uses the table
--   [ACC-H301] room: its data is gone for good
-- Data that does not come back
--   room: all rows
--   seat.room_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=room,seat seat: drop foreign key seat_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE room, seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE seat DROP CONSTRAINT seat_room_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=seat seat: drop unique key seat_room_id_key; seat.room_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE seat DROP CONSTRAINT seat_room_id_key;
ALTER TABLE seat DROP COLUMN room_id;
COMMIT;

-- accrete:step 3 transaction locks=room drop room
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE room;
COMMIT;
