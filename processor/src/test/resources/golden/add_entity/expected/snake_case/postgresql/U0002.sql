-- accrete:undo V0002 draft postgresql
-- accrete:model 1:4250687193a1899ce1123e5c309c522e
-- accrete:verdict breaking
--
-- Changes
--   appointment           drop foreign key appointment_room_id_fkey (room_id) to room   Appointment
--   appointment           drop index ix_appointment_room (room_id)                      Appointment
--   appointment.room_id   drop column                                                   Appointment.room
--   room                  drop table                                                    Room
--   room_seq              drop sequence
-- Locks
--   appointment           ACCESS EXCLUSIVE, instant
--   room                  ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] appointment.room_id: the running version of the application still reads and writes the column
--   [ACC-H301] appointment.room_id: its data is gone for good
--   [ACC-H202] room: the running version of the application still uses the table
--   [ACC-H301] room: its data is gone for good
--   [ACC-H202] room_seq: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   room: all rows
--   appointment.room_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=appointment,room appointment: drop foreign key appointment_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE appointment, room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE appointment DROP CONSTRAINT appointment_room_id_fkey;
COMMIT;

-- accrete:step 2 autocommit appointment: drop index ix_appointment_room
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS ix_appointment_room;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=appointment appointment.room_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE appointment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE appointment DROP COLUMN room_id;
COMMIT;

-- accrete:step 4 transaction locks=room drop room
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE room;
COMMIT;

-- accrete:step 5 transaction drop room_seq
BEGIN;
DROP SEQUENCE room_seq;
COMMIT;
