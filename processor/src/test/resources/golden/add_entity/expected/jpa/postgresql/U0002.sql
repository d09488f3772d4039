-- accrete:undo V0002 draft postgresql
-- accrete:model 1:4250687193a1899ce1123e5c309c522e
-- accrete:verdict breaking
--
-- Changes
--   Appointment           drop foreign key Appointment_room_id_fkey (room_id) to Room   Appointment
--   Appointment           drop index ix_appointment_room (room_id)                      Appointment
--   Appointment.room_id   drop column                                                   Appointment.room
--   Room                  drop table                                                    Room
--   Room_SEQ              drop sequence
-- Locks
--   Appointment           ACCESS EXCLUSIVE, instant
--   Room                  ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] Appointment.room_id: the running version of the application still reads and writes the column
--   [ACC-H301] Appointment.room_id: its data is gone for good
--   [ACC-H202] Room: the running version of the application still uses the table
--   [ACC-H301] Room: its data is gone for good
--   [ACC-H202] Room_SEQ: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   Room: all rows
--   Appointment.room_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=Appointment,Room Appointment: drop foreign key Appointment_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Appointment, Room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Appointment DROP CONSTRAINT Appointment_room_id_fkey;
COMMIT;

-- accrete:step 2 autocommit Appointment: drop index ix_appointment_room
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS ix_appointment_room;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=Appointment Appointment.room_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Appointment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Appointment DROP COLUMN room_id;
COMMIT;

-- accrete:step 4 transaction locks=Room drop Room
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE Room;
COMMIT;

-- accrete:step 5 transaction drop Room_SEQ
BEGIN;
DROP SEQUENCE Room_SEQ;
COMMIT;
