-- accrete:undo V0002 case h2
-- accrete:model 1:186bc48a20d073d9a556bdab8a5c46d0
-- accrete:verdict breaking
--
-- Changes
--   care.clinic.code   add column integer not null, existing rows: CAST(id + coalesce((SELECT max(o.code) FROM care.clinic o), 0) AS integer)   Clinic
--   care.clinic        drop primary key clinic_pkey (id)                                                                Clinic
--   care.clinic.id     drop column                                                                                      Clinic.id
--   care.clinic        add primary key clinic_pkey (code)                                                               Clinic
--   care.hospital      look up what the references of hospital_code_fkey mean, whose keys are others                    Hospital
--   care.hospital      add foreign key hospital_code_fkey (code) to care.clinic                                         Hospital
--   care.hospital      lead the references of hospital_main_code_fkey along as keys of care.hospital get other values   Hospital
--   care.hospital      drop foreign key hospital_main_code_fkey (main_code) to care.hospital                            Hospital
--   care.hospital      add foreign key hospital_main_code_fkey (main_code) to care.hospital                             Hospital
--   north.ward         lead the references of ward_hospital_code_fkey along as keys of care.hospital get other values   Ward
--   north.ward         drop foreign key ward_hospital_code_fkey (hospital_code) to care.hospital                        Ward
--   north.ward         add foreign key ward_hospital_code_fkey (hospital_code) to care.hospital                         Ward
--   south.ward         lead the references of ward_hospital_code_fkey along as keys of care.hospital get other values   Ward
--   south.ward         drop foreign key ward_hospital_code_fkey (hospital_code) to care.hospital                        Ward
--   south.ward         add foreign key ward_hospital_code_fkey (hospital_code) to care.hospital                         Ward
-- Locks
--   care.clinic        EXCLUSIVE, rewrite
--   care.hospital      EXCLUSIVE, scan
--   north.ward         EXCLUSIVE, scan
--   south.ward         EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] care.clinic.code: inserts of the running version leave the new column out and fail
--   [ACC-H202] care.clinic.id: the running version of the application still reads and writes the column
--   [ACC-H301] care.clinic.id: its data is gone for good
--   [ACC-H205] care.hospital: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] care.hospital: the running version fails when it writes rows, for it writes none of the same key to care.clinic
-- Data that does not come back
--   care.hospital: look up what the references of hospital_code_fkey mean, whose keys are others
--   care.clinic.id: all values
--   care.clinic.code: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit care.hospital: drop foreign key hospital_main_code_fkey
ALTER TABLE care.hospital DROP CONSTRAINT IF EXISTS hospital_main_code_fkey;

-- accrete:step 2 autocommit north.ward: drop foreign key ward_hospital_code_fkey
ALTER TABLE north.ward DROP CONSTRAINT IF EXISTS ward_hospital_code_fkey;

-- accrete:step 3 autocommit south.ward: drop foreign key ward_hospital_code_fkey
ALTER TABLE south.ward DROP CONSTRAINT IF EXISTS ward_hospital_code_fkey;

-- accrete:step 4 autocommit care.clinic: drop primary key clinic_pkey
ALTER TABLE care.clinic DROP CONSTRAINT IF EXISTS clinic_pkey;

-- accrete:step 5 autocommit care.clinic.code: add column
ALTER TABLE care.clinic ADD COLUMN code integer;
UPDATE care.clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM care.clinic o), 0) AS integer) WHERE code IS NULL;
ALTER TABLE care.clinic ALTER COLUMN code SET NOT NULL;

-- accrete:step 6 autocommit care.clinic: add primary key
ALTER TABLE care.clinic ADD CONSTRAINT clinic_pkey PRIMARY KEY (code);

-- accrete:step 7 transaction care.hospital: follow keys of care.hospital
BEGIN;
UPDATE care.hospital SET main_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from care.clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from care.hospital o) y on y.n = x.n where y.k1 = hospital.main_code)
    WHERE care.hospital.main_code IS NOT NULL;
COMMIT;

-- accrete:step 8 transaction north.ward: follow keys of care.hospital
BEGIN;
UPDATE north.ward SET hospital_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from care.clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from care.hospital o) y on y.n = x.n where y.k1 = ward.hospital_code)
    WHERE north.ward.hospital_code IS NOT NULL;
COMMIT;

-- accrete:step 9 transaction south.ward: follow keys of care.hospital
BEGIN;
UPDATE south.ward SET hospital_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from care.clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from care.hospital o) y on y.n = x.n where y.k1 = ward.hospital_code)
    WHERE south.ward.hospital_code IS NOT NULL;
COMMIT;

-- accrete:step 10 autocommit care.hospital: mend references to care.clinic
UPDATE care.hospital SET code = (select x.code from (select p.code, row_number() over (order by p.code) as n from care.clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from care.hospital o) y on y.n = x.n where y.k1 = hospital.code)
    WHERE care.hospital.code IS NOT NULL;

-- accrete:step 11 autocommit care.hospital: add foreign key hospital_code_fkey
ALTER TABLE care.hospital ADD CONSTRAINT hospital_code_fkey FOREIGN KEY (code) REFERENCES care.clinic (code);

-- accrete:step 12 autocommit care.hospital: add foreign key hospital_main_code_fkey
ALTER TABLE care.hospital ADD CONSTRAINT hospital_main_code_fkey FOREIGN KEY (main_code) REFERENCES care.hospital (code);

-- accrete:step 13 autocommit north.ward: add foreign key ward_hospital_code_fkey
ALTER TABLE north.ward ADD CONSTRAINT ward_hospital_code_fkey FOREIGN KEY (hospital_code) REFERENCES care.hospital (code);

-- accrete:step 14 autocommit south.ward: add foreign key ward_hospital_code_fkey
ALTER TABLE south.ward ADD CONSTRAINT ward_hospital_code_fkey FOREIGN KEY (hospital_code) REFERENCES care.hospital (code);

-- accrete:step 15 autocommit care.clinic.id: drop column
ALTER TABLE care.clinic DROP COLUMN IF EXISTS id;
