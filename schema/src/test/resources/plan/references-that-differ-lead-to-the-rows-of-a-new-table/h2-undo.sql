-- accrete:undo V0002 case h2
-- accrete:model 1:63ba33f57bee6e43cd899803a513e9e3
-- accrete:verdict breaking
--
-- Changes
--   seat           drop foreign key seat_room_id_fkey (room_id) to room   Seat
--   seat           drop unique constraint seat_room_id_key (room_id)      Seat
--   seat.room_id   drop column                                            Seat.roomId
--   room           drop table                                             Room
-- Locks
--   seat           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] seat.room_id: the running version of the application still reads and writes the column
--   [ACC-H301] seat.room_id: its data is gone for good
--   [ACC-H202] room: the running version of the application still uses the table
--   [ACC-H301] room: its data is gone for good
-- Data that does not come back
--   room: all rows
--   seat.room_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit seat: drop foreign key seat_room_id_fkey
ALTER TABLE seat DROP CONSTRAINT IF EXISTS seat_room_id_fkey;

-- accrete:step 2 autocommit seat: drop unique key seat_room_id_key
ALTER TABLE seat DROP CONSTRAINT IF EXISTS seat_room_id_key;

-- accrete:step 3 autocommit seat.room_id: drop column
ALTER TABLE seat DROP COLUMN IF EXISTS room_id;

-- accrete:step 4 autocommit drop room
DROP TABLE IF EXISTS room;
