-- accrete:undo V0004 book_rooms h2
-- accrete:model 1:70d981581dd0b1fa75a3b4ce06c0898c
-- accrete:verdict breaking
--
-- Changes
--   room                  drop foreign key room_clinic_id_fkey (clinic_id) to clinic    Room
--   appointment           drop foreign key appointment_room_id_fkey (room_id) to room   Appointment
--   appointment           drop index ix_appointment_room (room_id, starts_at)           Appointment
--   appointment.room_id   drop column                                                   Appointment.room
--   patient.phone         set not null, existing rows: ''                               Patient
--   room                  drop table                                                    Room
-- Locks
--   appointment           EXCLUSIVE, rewrite
--   patient               EXCLUSIVE, scan
-- Hazards
--   [ACC-H202] appointment.room_id: the running version of the application still reads and writes the column
--   [ACC-H301] appointment.room_id: its data is gone for good
--   [ACC-H203] patient.phone: writes of the running version that leave the column empty fail
--   [ACC-H202] room: the running version of the application still uses the table
--   [ACC-H301] room: its data is gone for good
-- Data that does not come back
--   room: all rows
--   patient.phone: rows without a value get ''
--   appointment.room_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit appointment: drop foreign key appointment_room_id_fkey
ALTER TABLE appointment DROP CONSTRAINT IF EXISTS appointment_room_id_fkey;

-- accrete:step 2 autocommit appointment: drop index ix_appointment_room
DROP INDEX IF EXISTS ix_appointment_room;

-- accrete:step 3 autocommit patient.phone: alter column
UPDATE patient SET phone = '' WHERE phone IS NULL;
ALTER TABLE patient ALTER COLUMN phone SET NOT NULL;

-- accrete:step 4 autocommit appointment.room_id: drop column
ALTER TABLE appointment DROP COLUMN IF EXISTS room_id;

-- accrete:step 5 autocommit drop room
ALTER TABLE IF EXISTS room DROP CONSTRAINT IF EXISTS room_clinic_id_fkey;
DROP TABLE IF EXISTS room;
