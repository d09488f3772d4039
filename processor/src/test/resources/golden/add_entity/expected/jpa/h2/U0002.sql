-- accrete:undo V0002 draft h2
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
--   Appointment           EXCLUSIVE, rewrite
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

-- accrete:step 1 autocommit Appointment: drop foreign key Appointment_room_id_fkey
ALTER TABLE Appointment DROP CONSTRAINT IF EXISTS Appointment_room_id_fkey;

-- accrete:step 2 autocommit Appointment: drop index ix_appointment_room
DROP INDEX IF EXISTS ix_appointment_room;

-- accrete:step 3 autocommit Appointment.room_id: drop column
ALTER TABLE Appointment DROP COLUMN IF EXISTS room_id;

-- accrete:step 4 autocommit drop Room_SEQ, Room
DROP TABLE IF EXISTS Room;
DROP SEQUENCE IF EXISTS Room_SEQ;
