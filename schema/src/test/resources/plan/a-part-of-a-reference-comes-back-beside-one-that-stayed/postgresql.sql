-- accrete:migration V0002 case postgresql
-- accrete:model 1:65ad0009193c4fa0007f4956dd61ad88
-- accrete:verdict breaking
--
-- Changes
--   desk        drop foreign key desk_place_fkey (floor, room) to place   Desk
--   desk        drop unique constraint desk_place_key (floor, room)       Desk
--   desk.room   drop column                                               Desk
-- Locks
--   desk        ACCESS EXCLUSIVE, instant
--   place       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] desk.room: the running version of the application still reads and writes the column
--   [ACC-H301] desk.room: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=desk,place desk: drop foreign key desk_place_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk DROP CONSTRAINT desk_place_fkey;
COMMIT;

-- accrete:step 2 transaction locks=desk desk: drop unique key desk_place_key; desk.room: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE desk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE desk DROP CONSTRAINT desk_place_key;
ALTER TABLE desk DROP COLUMN room;
COMMIT;
