-- accrete:undo V0002 case postgresql
-- accrete:model 1:ef2b0aa73e84d624c7f2ed6d81de11c0
-- accrete:verdict breaking
--
-- Changes
--   lamp        drop foreign key lamp_floor_room_fkey (floor, room) to place   Lamp
--   desk        drop foreign key desk_floor_room_fkey (floor, room) to place   Desk
--   lamp.room   drop column                                                    Lamp.room
--   desk.room   drop column                                                    Desk.room
-- Locks
--   desk        ACCESS EXCLUSIVE, instant
--   lamp        ACCESS EXCLUSIVE, instant
--   place       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] lamp.room: the running version of the application still reads and writes the column
--   [ACC-H301] lamp.room: its data is gone for good
--   [ACC-H202] desk.room: the running version of the application still reads and writes the column
--   [ACC-H301] desk.room: its data is gone for good
-- Data that does not come back
--   desk.room: all values
--   lamp.room: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=desk,place desk: drop foreign key desk_floor_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk DROP CONSTRAINT desk_floor_room_fkey;
COMMIT;

-- accrete:step 2 transaction locks=lamp,place lamp: drop foreign key lamp_floor_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp DROP CONSTRAINT lamp_floor_room_fkey;
COMMIT;

-- accrete:step 3 transaction locks=desk desk.room: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk DROP COLUMN room;
COMMIT;

-- accrete:step 4 transaction locks=lamp lamp.room: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp DROP COLUMN room;
COMMIT;
