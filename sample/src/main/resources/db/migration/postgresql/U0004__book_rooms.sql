-- accrete:undo V0004 book_rooms postgresql
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
--   appointment           ACCESS EXCLUSIVE, instant
--   clinic                ACCESS EXCLUSIVE, instant
--   patient               ACCESS EXCLUSIVE, instant
--   patient               SHARE UPDATE EXCLUSIVE, scan
--   room                  ACCESS EXCLUSIVE, instant
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

-- accrete:step 1 transaction locks=appointment,room appointment: drop foreign key appointment_room_id_fkey
BEGIN;
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

-- accrete:step 3 autocommit patient.phone: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 patient.id%TYPE;
    high_1 patient.id%TYPE;
BEGIN
    SELECT id INTO low_1 FROM patient ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM patient WHERE (id) >= (low_1) ORDER BY id OFFSET 5000 LIMIT 1;
        IF NOT FOUND THEN
            UPDATE patient SET phone = '' WHERE phone IS NULL AND (id) >= (low_1);
            EXIT;
        END IF;
        UPDATE patient SET phone = '' WHERE phone IS NULL AND (id) >= (low_1) AND (id) < (high_1);
        COMMIT;
        PERFORM pg_sleep(0.02);
        low_1 := high_1;
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 4 transaction locks=patient patient.phone: no new NULL
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE patient IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE patient ADD CONSTRAINT patient_phone_not_null CHECK (phone IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 transaction patient: validate patient_phone_not_null
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE patient VALIDATE CONSTRAINT patient_phone_not_null;
COMMIT;

-- accrete:step 6 transaction locks=patient patient.phone: set not null
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE patient IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE patient ALTER COLUMN phone SET NOT NULL;
ALTER TABLE patient DROP CONSTRAINT patient_phone_not_null;
COMMIT;

-- accrete:step 7 transaction locks=appointment appointment.room_id: drop column
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE appointment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE appointment DROP COLUMN room_id;
COMMIT;

-- accrete:step 8 transaction locks=clinic,room room: drop foreign key room_clinic_id_fkey
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic, room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE room DROP CONSTRAINT room_clinic_id_fkey;
COMMIT;

-- accrete:step 9 transaction locks=room drop room
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE room;
COMMIT;
