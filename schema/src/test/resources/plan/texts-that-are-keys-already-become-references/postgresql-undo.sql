-- accrete:undo V0002 case postgresql
-- accrete:model 1:d021aa63f0a300eb2d085cba14763258
-- accrete:verdict compatible
--
-- Changes
--   booking        drop foreign key booking_room_fkey (room) to place   Booking
--   booking        drop foreign key booking_host_fkey (host) to place   Booking
--   booking.room   change type from varchar(36) to varchar(255)         Booking.room
--   booking.host   change type from varchar(36) to varchar(255)         Booking.host
-- Locks
--   booking        ACCESS EXCLUSIVE, instant
--   place          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H210] booking.room: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] booking.host: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   booking.host: what the conversion of its values left out
--   booking.room: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 transaction locks=booking,place booking: drop foreign key booking_host_fkey; booking: drop foreign key booking_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking DROP CONSTRAINT booking_host_fkey;
ALTER TABLE booking DROP CONSTRAINT booking_room_fkey;
COMMIT;

-- accrete:step 2 transaction locks=booking booking.host: change type to varchar(255), rows stay as they are; booking.room: change type to varchar(255), rows stay as they are
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking ALTER COLUMN host TYPE varchar(255);
ALTER TABLE booking ALTER COLUMN room TYPE varchar(255);
COMMIT;
