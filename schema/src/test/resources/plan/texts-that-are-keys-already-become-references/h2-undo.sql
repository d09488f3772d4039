-- accrete:undo V0002 case h2
-- accrete:model 1:d021aa63f0a300eb2d085cba14763258
-- accrete:verdict compatible
--
-- Changes
--   booking        drop foreign key booking_room_fkey (room) to place   Booking
--   booking        drop foreign key booking_host_fkey (host) to place   Booking
--   booking.room   change type from varchar(36) to varchar(255)         Booking.room
--   booking.host   change type from varchar(36) to varchar(255)         Booking.host
-- Locks
--   booking        EXCLUSIVE, rewrite
-- Hazards
--   none
-- Data that does not come back
--   booking.host: what the conversion of its values left out
--   booking.room: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit booking: drop foreign key booking_host_fkey
ALTER TABLE booking DROP CONSTRAINT IF EXISTS booking_host_fkey;

-- accrete:step 2 autocommit booking: drop foreign key booking_room_fkey
ALTER TABLE booking DROP CONSTRAINT IF EXISTS booking_room_fkey;

-- accrete:step 3 autocommit booking.host: change type to varchar(255)
ALTER TABLE booking ALTER COLUMN host SET DATA TYPE varchar(255);

-- accrete:step 4 autocommit booking.room: change type to varchar(255)
ALTER TABLE booking ALTER COLUMN room SET DATA TYPE varchar(255);
