-- accrete:undo V0003 keep_medical_records h2
-- accrete:model 1:38732b5db3984cd5e078253637d0e740
-- accrete:verdict breaking
--
-- Changes
--   medical_record   drop foreign key medical_record_patient_id_fkey (patient_id) to patient   MedicalRecord
--   patient.email    drop column                                                               Patient.email
--   medical_record   drop table                                                                MedicalRecord
-- Locks
--   patient          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] patient.email: the running version of the application still reads and writes the column
--   [ACC-H301] patient.email: its data is gone for good
--   [ACC-H202] medical_record: the running version of the application still uses the table
--   [ACC-H301] medical_record: its data is gone for good
-- Data that does not come back
--   medical_record: all rows
--   patient.email: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit patient.email: drop column
ALTER TABLE patient DROP COLUMN IF EXISTS email;

-- accrete:step 2 autocommit drop medical_record
ALTER TABLE IF EXISTS medical_record DROP CONSTRAINT IF EXISTS medical_record_patient_id_fkey;
DROP TABLE IF EXISTS medical_record;
