-- accrete:undo V0001 open_the_clinic postgresql
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
--   appointment    ACCESS EXCLUSIVE, instant
--   clinic         ACCESS EXCLUSIVE, instant
--   patient        ACCESS EXCLUSIVE, instant
--   practitioner   ACCESS EXCLUSIVE, instant
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

-- accrete:step 1 transaction locks=appointment,clinic,patient,practitioner drop appointment, clinic, patient, practitioner
SET LOCAL lock_timeout = '10s';
LOCK TABLE appointment, clinic, patient, practitioner IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE appointment, clinic, patient, practitioner;
