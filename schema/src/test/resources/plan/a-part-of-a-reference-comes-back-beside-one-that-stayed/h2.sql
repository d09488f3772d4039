-- accrete:migration V0002 case h2
-- accrete:model 1:65ad0009193c4fa0007f4956dd61ad88
-- accrete:verdict breaking
--
-- Changes
--   desk        drop foreign key desk_place_fkey (floor, room) to place   Desk
--   desk        drop unique constraint desk_place_key (floor, room)       Desk
--   desk.room   drop column                                               Desk
-- Locks
--   desk        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] desk.room: the running version of the application still reads and writes the column
--   [ACC-H301] desk.room: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit desk: drop foreign key desk_place_fkey
ALTER TABLE desk DROP CONSTRAINT IF EXISTS desk_place_fkey;

-- accrete:step 2 autocommit desk: drop unique key desk_place_key
ALTER TABLE desk DROP CONSTRAINT IF EXISTS desk_place_key;

-- accrete:step 3 autocommit desk.room: drop column
ALTER TABLE desk DROP COLUMN IF EXISTS room;
