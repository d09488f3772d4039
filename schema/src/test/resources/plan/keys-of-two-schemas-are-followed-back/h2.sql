-- accrete:migration V0002 case h2
-- accrete:model 1:03d9439158bb3314d865fe4ddfcb3e6c
-- accrete:verdict breaking
--
-- Changes
--   care.hospital      drop foreign key hospital_code_fkey (code) to care.clinic                      Hospital
--   care.clinic        drop primary key clinic_pkey (code)                                            Clinic
--   care.clinic.id     add column bigint not null, existing rows: row_number() over (order by code)   Clinic.id
--   care.clinic        add primary key clinic_pkey (id)                                               Clinic
--   care.clinic.code   drop column                                                                    Clinic
-- Locks
--   care.clinic        EXCLUSIVE, rewrite
--   care.hospital      EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] care.clinic.id: inserts of the running version leave the new column out and fail
--   [ACC-H202] care.clinic.code: the running version of the application still reads and writes the column
--   [ACC-H301] care.clinic.code: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit care.hospital: drop foreign key hospital_code_fkey
ALTER TABLE care.hospital DROP CONSTRAINT IF EXISTS hospital_code_fkey;

-- accrete:step 2 autocommit care.clinic: drop primary key clinic_pkey
ALTER TABLE care.clinic DROP CONSTRAINT IF EXISTS clinic_pkey;

-- accrete:step 3 autocommit care.clinic.id: add column
ALTER TABLE care.clinic ADD COLUMN id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS clinic_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM care.clinic;

CREATE UNIQUE INDEX IF NOT EXISTS clinic_id_place ON clinic_id_values (key_1);
UPDATE care.clinic SET id = (SELECT v.found FROM clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL;
DROP TABLE IF EXISTS clinic_id_values;
ALTER TABLE care.clinic ALTER COLUMN id SET NOT NULL;

-- accrete:step 4 autocommit care.clinic: add primary key
ALTER TABLE care.clinic ADD CONSTRAINT clinic_pkey PRIMARY KEY (id);

-- accrete:step 5 autocommit care.clinic.code: drop column
ALTER TABLE care.clinic DROP COLUMN IF EXISTS code;
