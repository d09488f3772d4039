-- accrete:undo V0001 open_the_clinic h2
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   practitioner   drop foreign key practitioner_clinic_id_fkey (clinic_id) to clinic                    Practitioner
--   appointment    drop foreign key appointment_practitioner_id_fkey (practitioner_id) to practitioner   Appointment
--   appointment    drop foreign key appointment_patient_id_fkey (patient_id) to patient                  Appointment
--   practitioner   drop table                                                                            Practitioner
--   patient        drop table                                                                            Patient
--   clinic         drop table                                                                            Clinic
--   appointment    drop table                                                                            Appointment
-- Locks
--   none
-- Hazards
--   [ACC-H202] practitioner: the running version of the application still uses the table
--   [ACC-H301] practitioner: its data is gone for good
--   [ACC-H202] patient: the running version of the application still uses the table
--   [ACC-H301] patient: its data is gone for good
--   [ACC-H202] clinic: the running version of the application still uses the table
--   [ACC-H301] clinic: its data is gone for good
--   [ACC-H202] appointment: the running version of the application still uses the table
--   [ACC-H301] appointment: its data is gone for good
-- Data that does not come back
--   appointment: all rows
--   clinic: all rows
--   patient: all rows
--   practitioner: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop appointment, clinic, patient, practitioner
ALTER TABLE IF EXISTS appointment DROP CONSTRAINT IF EXISTS appointment_patient_id_fkey;
ALTER TABLE IF EXISTS appointment DROP CONSTRAINT IF EXISTS appointment_practitioner_id_fkey;
ALTER TABLE IF EXISTS practitioner DROP CONSTRAINT IF EXISTS practitioner_clinic_id_fkey;
DROP TABLE IF EXISTS appointment;
DROP TABLE IF EXISTS clinic;
DROP TABLE IF EXISTS patient;
DROP TABLE IF EXISTS practitioner;
