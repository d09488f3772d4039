-- accrete:undo V0002 case h2
-- accrete:model 1:1ea5581052b6f93e09a10e5eb558ad8d
-- accrete:verdict breaking
--
-- Changes
--   clinic.code           add column integer not null, existing rows: CAST(id + coalesce((SELECT max(o.code) FROM clinic o), 0) AS integer)   Clinic
--   clinic                drop primary key clinic_pkey (id)                                                                      Clinic
--   clinic.id             drop column                                                                                            Clinic.id
--   clinic                add primary key clinic_pkey (code)                                                                     Clinic
--   hospital              look up what the references of hospital_code_fkey mean, whose keys are others                          Hospital
--   hospital              add foreign key hospital_code_fkey (code) to clinic                                                    Hospital
--   hospital              lead the references of hospital_main_code_fkey along as keys of hospital get other values              Hospital
--   hospital              drop foreign key hospital_main_code_fkey (main_code) to hospital                                       Hospital
--   hospital              add foreign key hospital_main_code_fkey (main_code) to hospital                                        Hospital
--   university_hospital   lead the references of university_hospital_code_fkey along as keys of hospital get other values        University.hospital
--   university_hospital   drop foreign key university_hospital_code_fkey (code) to hospital                                      University.hospital
--   university_hospital   add foreign key university_hospital_code_fkey (code) to hospital                                       University.hospital
--   ward                  lead the references of ward_hospital_code_fkey along as keys of hospital get other values              Ward
--   ward                  drop foreign key ward_hospital_code_fkey (hospital_code) to hospital                                   Ward
--   ward                  add foreign key ward_hospital_code_fkey (hospital_code) to hospital                                    Ward
--   ward                  lead the references of ward_university_hospital_code_fkey along as keys of university_hospital get other values   Ward
--   ward                  drop foreign key ward_university_hospital_code_fkey (university_hospital_code) to university_hospital   Ward
--   ward                  add foreign key ward_university_hospital_code_fkey (university_hospital_code) to university_hospital   Ward
-- Locks
--   clinic                EXCLUSIVE, rewrite
--   hospital              EXCLUSIVE, scan
--   university_hospital   EXCLUSIVE, scan
--   ward                  EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] clinic.code: inserts of the running version leave the new column out and fail
--   [ACC-H202] clinic.id: the running version of the application still reads and writes the column
--   [ACC-H301] clinic.id: its data is gone for good
--   [ACC-H205] hospital: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] hospital: the running version fails when it writes rows, for it writes none of the same key to clinic
-- Data that does not come back
--   hospital: look up what the references of hospital_code_fkey mean, whose keys are others
--   clinic.id: all values
--   clinic.code: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit hospital: drop foreign key hospital_main_code_fkey
ALTER TABLE hospital DROP CONSTRAINT IF EXISTS hospital_main_code_fkey;

-- accrete:step 2 autocommit university_hospital: drop foreign key university_hospital_code_fkey
ALTER TABLE university_hospital DROP CONSTRAINT IF EXISTS university_hospital_code_fkey;

-- accrete:step 3 autocommit ward: drop foreign key ward_hospital_code_fkey
ALTER TABLE ward DROP CONSTRAINT IF EXISTS ward_hospital_code_fkey;

-- accrete:step 4 autocommit ward: drop foreign key ward_university_hospital_code_fkey
ALTER TABLE ward DROP CONSTRAINT IF EXISTS ward_university_hospital_code_fkey;

-- accrete:step 5 autocommit clinic: drop primary key clinic_pkey
ALTER TABLE clinic DROP CONSTRAINT IF EXISTS clinic_pkey;

-- accrete:step 6 autocommit clinic.code: add column
ALTER TABLE clinic ADD COLUMN code integer;
UPDATE clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM clinic o), 0) AS integer) WHERE code IS NULL;
ALTER TABLE clinic ALTER COLUMN code SET NOT NULL;

-- accrete:step 7 autocommit clinic: add primary key
ALTER TABLE clinic ADD CONSTRAINT clinic_pkey PRIMARY KEY (code);

-- accrete:step 8 transaction hospital: follow keys of hospital
BEGIN;
UPDATE hospital SET main_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = hospital.main_code)
    WHERE hospital.main_code IS NOT NULL;
COMMIT;

-- accrete:step 9 transaction university_hospital: follow keys of hospital
BEGIN;
UPDATE university_hospital SET code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = university_hospital.code)
    WHERE university_hospital.code IS NOT NULL;
COMMIT;

-- accrete:step 10 transaction ward: follow keys of hospital
BEGIN;
UPDATE ward SET hospital_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = ward.hospital_code)
    WHERE ward.hospital_code IS NOT NULL;
COMMIT;

-- accrete:step 11 transaction ward: follow keys of university_hospital
BEGIN;
UPDATE ward SET university_hospital_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = ward.university_hospital_code)
    WHERE ward.university_hospital_code IS NOT NULL;
COMMIT;

-- accrete:step 12 autocommit hospital: mend references to clinic
UPDATE hospital SET code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = hospital.code)
    WHERE hospital.code IS NOT NULL;

-- accrete:step 13 autocommit hospital: add foreign key hospital_code_fkey
ALTER TABLE hospital ADD CONSTRAINT hospital_code_fkey FOREIGN KEY (code) REFERENCES clinic (code);

-- accrete:step 14 autocommit hospital: add foreign key hospital_main_code_fkey
ALTER TABLE hospital ADD CONSTRAINT hospital_main_code_fkey FOREIGN KEY (main_code) REFERENCES hospital (code);

-- accrete:step 15 autocommit university_hospital: add foreign key university_hospital_code_fkey
ALTER TABLE university_hospital ADD CONSTRAINT university_hospital_code_fkey FOREIGN KEY (code) REFERENCES hospital (code);

-- accrete:step 16 autocommit ward: add foreign key ward_hospital_code_fkey
ALTER TABLE ward ADD CONSTRAINT ward_hospital_code_fkey FOREIGN KEY (hospital_code) REFERENCES hospital (code);

-- accrete:step 17 autocommit ward: add foreign key ward_university_hospital_code_fkey
ALTER TABLE ward ADD CONSTRAINT ward_university_hospital_code_fkey FOREIGN KEY (university_hospital_code) REFERENCES university_hospital (code);

-- accrete:step 18 autocommit clinic.id: drop column
ALTER TABLE clinic DROP COLUMN IF EXISTS id;
