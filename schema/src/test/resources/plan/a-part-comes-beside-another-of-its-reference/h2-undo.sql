-- accrete:undo V0002 case h2
-- accrete:model 1:ef2b0aa73e84d624c7f2ed6d81de11c0
-- accrete:verdict breaking
--
-- Changes
--   lamp        drop foreign key lamp_floor_room_fkey (floor, room) to place   Lamp
--   desk        drop foreign key desk_floor_room_fkey (floor, room) to place   Desk
--   lamp.room   drop column                                                    Lamp.room
--   desk.room   drop column                                                    Desk.room
-- Locks
--   desk        EXCLUSIVE, rewrite
--   lamp        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] lamp.room: the running version of the application still reads and writes the column
--   [ACC-H301] lamp.room: its data is gone for good
--   [ACC-H202] desk.room: the running version of the application still reads and writes the column
--   [ACC-H301] desk.room: its data is gone for good
-- Data that does not come back
--   desk.room: all values
--   lamp.room: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit desk: drop foreign key desk_floor_room_fkey
ALTER TABLE desk DROP CONSTRAINT IF EXISTS desk_floor_room_fkey;

-- accrete:step 2 autocommit lamp: drop foreign key lamp_floor_room_fkey
ALTER TABLE lamp DROP CONSTRAINT IF EXISTS lamp_floor_room_fkey;

-- accrete:step 3 autocommit desk.room: drop column
ALTER TABLE desk DROP COLUMN IF EXISTS room;

-- accrete:step 4 autocommit lamp.room: drop column
ALTER TABLE lamp DROP COLUMN IF EXISTS room;
