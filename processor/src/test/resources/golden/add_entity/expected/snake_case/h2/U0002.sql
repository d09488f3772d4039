-- accrete:undo V0002 draft h2
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
--   appointment           EXCLUSIVE, rewrite
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

-- accrete:step 1 autocommit appointment: drop foreign key appointment_room_id_fkey
ALTER TABLE appointment DROP CONSTRAINT IF EXISTS appointment_room_id_fkey;

-- accrete:step 2 autocommit appointment: drop index ix_appointment_room
DROP INDEX IF EXISTS ix_appointment_room;

-- accrete:step 3 autocommit appointment.room_id: drop column
ALTER TABLE appointment DROP COLUMN IF EXISTS room_id;

-- accrete:step 4 autocommit drop room_seq, room
DROP TABLE IF EXISTS room;
DROP SEQUENCE IF EXISTS room_seq;
