-- accrete:undo V0003 keep_medical_records postgresql
-- accrete:model 1:38732b5db3984cd5e078253637d0e740
-- accrete:verdict breaking
--
-- Changes
--   medical_record   drop foreign key medical_record_patient_id_fkey (patient_id) to patient   MedicalRecord
--   patient.email    drop column                                                               Patient.email
--   medical_record   drop table                                                                MedicalRecord
-- Locks
--   medical_record   ACCESS EXCLUSIVE, instant
--   patient          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] patient.email: the running version of the application still reads and writes the column
--   [ACC-H301] patient.email: its data is gone for good
--   [ACC-H202] medical_record: the running version of the application still uses the table
--   [ACC-H301] medical_record: its data is gone for good
-- Data that does not come back
--   medical_record: all rows
--   patient.email: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=patient patient.email: drop column
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE patient IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE patient DROP COLUMN email;
COMMIT;

-- accrete:step 2 transaction locks=medical_record,patient medical_record: drop foreign key medical_record_patient_id_fkey
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE medical_record, patient IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE medical_record DROP CONSTRAINT medical_record_patient_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=medical_record drop medical_record
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE medical_record IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE medical_record;
COMMIT;
