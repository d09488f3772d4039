-- accrete:undo V0002 case h2
-- accrete:model 1:555d1eb08789d47f376349c3914b9b2a
-- accrete:verdict breaking
--
-- Changes
--   clinic.code   add column integer not null, existing rows: CAST(id + coalesce((SELECT max(o.code) FROM clinic o), 0) AS integer)   Clinic
--   clinic        drop primary key clinic_pkey (id)                                               Clinic
--   clinic.id     drop column                                                                     Clinic.id
--   clinic        add primary key clinic_pkey (code)                                              Clinic
--   hospital      look up what the references of hospital_code_fkey mean, whose keys are others   Hospital
--   hospital      add foreign key hospital_code_fkey (code) to clinic                             Hospital
--   x             lead the references of x_code_fkey along as keys of hospital get other values   X
--   x             drop foreign key x_code_fkey (code) to hospital                                 X
--   x             add foreign key x_code_fkey (code) to hospital                                  X
-- Locks
--   clinic        EXCLUSIVE, rewrite
--   hospital      EXCLUSIVE, scan
--   x             EXCLUSIVE, scan
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

-- accrete:step 1 autocommit x: drop foreign key x_code_fkey
ALTER TABLE x DROP CONSTRAINT IF EXISTS x_code_fkey;

-- accrete:step 2 autocommit clinic: drop primary key clinic_pkey
ALTER TABLE clinic DROP CONSTRAINT IF EXISTS clinic_pkey;

-- accrete:step 3 autocommit clinic.code: add column
ALTER TABLE clinic ADD COLUMN code integer;
UPDATE clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM clinic o), 0) AS integer) WHERE code IS NULL;
ALTER TABLE clinic ALTER COLUMN code SET NOT NULL;

-- accrete:step 4 autocommit clinic: add primary key
ALTER TABLE clinic ADD CONSTRAINT clinic_pkey PRIMARY KEY (code);

-- accrete:step 5 transaction x: follow keys of hospital
BEGIN;
UPDATE x SET code = (select xx.code from (select p.code, row_number() over (order by p.code) as n from clinic p) xx join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = xx.n where y.k1 = x.code)
    WHERE x.code IS NOT NULL;
COMMIT;

-- accrete:step 6 autocommit hospital: mend references to clinic
UPDATE hospital SET code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = hospital.code)
    WHERE hospital.code IS NOT NULL;

-- accrete:step 7 autocommit hospital: add foreign key hospital_code_fkey
ALTER TABLE hospital ADD CONSTRAINT hospital_code_fkey FOREIGN KEY (code) REFERENCES clinic (code);

-- accrete:step 8 autocommit x: add foreign key x_code_fkey
ALTER TABLE x ADD CONSTRAINT x_code_fkey FOREIGN KEY (code) REFERENCES hospital (code);

-- accrete:step 9 autocommit clinic.id: drop column
ALTER TABLE clinic DROP COLUMN IF EXISTS id;
