-- accrete:migration V0002 case h2
-- accrete:model 1:b9c4ba71296ed7d5d8afcb854b1fe811
-- accrete:verdict breaking
--
-- Changes
--   hospital      drop foreign key hospital_code_fkey (code) to clinic                           Hospital
--   clinic        drop primary key clinic_pkey (code)                                            Clinic
--   clinic.id     add column bigint not null, existing rows: row_number() over (order by code)   Clinic.id
--   clinic        add primary key clinic_pkey (id)                                               Clinic
--   clinic.code   drop column                                                                    Clinic
-- Locks
--   clinic        EXCLUSIVE, rewrite
--   hospital      EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] clinic.id: inserts of the running version leave the new column out and fail
--   [ACC-H202] clinic.code: the running version of the application still reads and writes the column
--   [ACC-H301] clinic.code: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit hospital: drop foreign key hospital_code_fkey
ALTER TABLE hospital DROP CONSTRAINT IF EXISTS hospital_code_fkey;

-- accrete:step 2 autocommit clinic: drop primary key clinic_pkey
ALTER TABLE clinic DROP CONSTRAINT IF EXISTS clinic_pkey;

-- accrete:step 3 autocommit clinic.id: add column
ALTER TABLE clinic ADD COLUMN id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS clinic_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM clinic;

CREATE UNIQUE INDEX IF NOT EXISTS clinic_id_place ON clinic_id_values (key_1);
UPDATE clinic SET id = (SELECT v.found FROM clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL;
DROP TABLE IF EXISTS clinic_id_values;
ALTER TABLE clinic ALTER COLUMN id SET NOT NULL;

-- accrete:step 4 autocommit clinic: add primary key
ALTER TABLE clinic ADD CONSTRAINT clinic_pkey PRIMARY KEY (id);

-- accrete:step 5 autocommit clinic.code: drop column
ALTER TABLE clinic DROP COLUMN IF EXISTS code;
