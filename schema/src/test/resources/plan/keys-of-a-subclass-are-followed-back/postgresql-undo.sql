-- accrete:undo V0002 case postgresql
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
--   clinic                ACCESS EXCLUSIVE, instant
--   clinic                SHARE UPDATE EXCLUSIVE, scan
--   hospital              ACCESS EXCLUSIVE, instant
--   hospital              SHARE UPDATE EXCLUSIVE, scan
--   university_hospital   ACCESS EXCLUSIVE, instant
--   university_hospital   SHARE UPDATE EXCLUSIVE, scan
--   ward                  ACCESS EXCLUSIVE, instant
--   ward                  SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] clinic.code: inserts of the running version leave the new column out and fail
--   [ACC-H202] clinic.id: the running version of the application still reads and writes the column
--   [ACC-H301] clinic.id: its data is gone for good
--   [ACC-H205] hospital: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] hospital: the running version fails when it writes rows, for it writes none of the same key to clinic
--   [ACC-H401] hospital: no index starts with [main_code], so each delete of a referenced row reads the whole table
--   [ACC-H401] ward: no index starts with [hospital_code], so each delete of a referenced row reads the whole table
--   [ACC-H401] ward: no index starts with [university_hospital_code], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   hospital: look up what the references of hospital_code_fkey mean, whose keys are others
--   clinic.id: all values
--   clinic.code: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=hospital hospital: drop foreign key hospital_main_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital DROP CONSTRAINT hospital_main_code_fkey;
COMMIT;

-- accrete:step 2 transaction locks=hospital,university_hospital university_hospital: drop foreign key university_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital, university_hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE university_hospital DROP CONSTRAINT university_hospital_code_fkey;
COMMIT;

-- accrete:step 3 transaction locks=hospital,ward ward: drop foreign key ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital, ward IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ward DROP CONSTRAINT ward_hospital_code_fkey;
COMMIT;

-- accrete:step 4 transaction locks=university_hospital,ward ward: drop foreign key ward_university_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE university_hospital, ward IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ward DROP CONSTRAINT ward_university_hospital_code_fkey;
COMMIT;

-- accrete:step 5 transaction locks=clinic clinic.code: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ADD COLUMN code integer;
COMMIT;

-- accrete:step 6 autocommit clinic.code: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 clinic.id%TYPE;
    high_1 clinic.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM clinic ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM clinic WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM clinic o), 0) AS integer) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM clinic o), 0) AS integer) WHERE code IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 7 transaction locks=clinic clinic.code: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ADD CONSTRAINT clinic_code_present CHECK (code IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 autocommit clinic.code: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 clinic.id%TYPE;
    high_1 clinic.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM clinic ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM clinic WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM clinic o), 0) AS integer) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM clinic o), 0) AS integer) WHERE code IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 9 transaction clinic: validate clinic_code_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE clinic VALIDATE CONSTRAINT clinic_code_present;
COMMIT;

-- accrete:step 10 transaction locks=clinic clinic.code: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ALTER COLUMN code SET NOT NULL;
ALTER TABLE clinic DROP CONSTRAINT clinic_code_present;
COMMIT;

-- accrete:step 11 autocommit index=clinic_code_new_idx clinic: build index clinic_code_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY clinic_code_new_idx ON clinic (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 12 transaction locks=clinic clinic: change primary key clinic_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE clinic DROP CONSTRAINT clinic_pkey,
    ADD CONSTRAINT clinic_pkey PRIMARY KEY USING INDEX clinic_code_new_idx;
COMMIT;

-- accrete:step 13 transaction hospital: follow keys of hospital
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE hospital SET main_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = hospital.main_code)
    WHERE hospital.main_code IS NOT NULL;
COMMIT;

-- accrete:step 14 transaction locks=university_hospital university_hospital: drop keys
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE university_hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE university_hospital DROP CONSTRAINT university_hospital_pkey;
COMMIT;

-- accrete:step 15 transaction university_hospital: follow keys of hospital
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE university_hospital SET code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = university_hospital.code)
    WHERE university_hospital.code IS NOT NULL;
COMMIT;

-- accrete:step 16 autocommit index=university_hospital_pkey university_hospital: build index university_hospital_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY university_hospital_pkey ON university_hospital (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 17 transaction locks=university_hospital university_hospital: add primary key university_hospital_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE university_hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE university_hospital ADD CONSTRAINT university_hospital_pkey PRIMARY KEY USING INDEX university_hospital_pkey;
COMMIT;

-- accrete:step 18 transaction ward: follow keys of hospital
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE ward SET hospital_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = ward.hospital_code)
    WHERE ward.hospital_code IS NOT NULL;
COMMIT;

-- accrete:step 19 transaction ward: follow keys of university_hospital
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE ward SET university_hospital_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = ward.university_hospital_code)
    WHERE ward.university_hospital_code IS NOT NULL;
COMMIT;

-- accrete:step 20 transaction locks=hospital hospital: drop keys
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital DROP CONSTRAINT hospital_pkey;
COMMIT;

-- accrete:step 21 transaction hospital: mend references to clinic
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE hospital SET code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = hospital.code)
    WHERE hospital.code IS NOT NULL;
COMMIT;

-- accrete:step 22 autocommit index=hospital_pkey hospital: build index hospital_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY hospital_pkey ON hospital (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 23 transaction locks=hospital hospital: add primary key hospital_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital ADD CONSTRAINT hospital_pkey PRIMARY KEY USING INDEX hospital_pkey;
COMMIT;

-- accrete:step 24 transaction locks=clinic,hospital hospital: add foreign key hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic, hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital ADD CONSTRAINT hospital_code_fkey FOREIGN KEY (code) REFERENCES clinic (code) NOT VALID;
COMMIT;

-- accrete:step 25 transaction hospital: validate hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE hospital VALIDATE CONSTRAINT hospital_code_fkey;
COMMIT;

-- accrete:step 26 transaction locks=hospital hospital: add foreign key hospital_main_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital ADD CONSTRAINT hospital_main_code_fkey FOREIGN KEY (main_code) REFERENCES hospital (code) NOT VALID;
COMMIT;

-- accrete:step 27 transaction hospital: validate hospital_main_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE hospital VALIDATE CONSTRAINT hospital_main_code_fkey;
COMMIT;

-- accrete:step 28 transaction locks=hospital,university_hospital university_hospital: add foreign key university_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital, university_hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE university_hospital ADD CONSTRAINT university_hospital_code_fkey FOREIGN KEY (code) REFERENCES hospital (code) NOT VALID;
COMMIT;

-- accrete:step 29 transaction university_hospital: validate university_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE university_hospital VALIDATE CONSTRAINT university_hospital_code_fkey;
COMMIT;

-- accrete:step 30 transaction locks=hospital,ward ward: add foreign key ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital, ward IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ward ADD CONSTRAINT ward_hospital_code_fkey FOREIGN KEY (hospital_code) REFERENCES hospital (code) NOT VALID;
COMMIT;

-- accrete:step 31 transaction ward: validate ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ward VALIDATE CONSTRAINT ward_hospital_code_fkey;
COMMIT;

-- accrete:step 32 transaction locks=university_hospital,ward ward: add foreign key ward_university_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE university_hospital, ward IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ward ADD CONSTRAINT ward_university_hospital_code_fkey FOREIGN KEY (university_hospital_code) REFERENCES university_hospital (code) NOT VALID;
COMMIT;

-- accrete:step 33 transaction ward: validate ward_university_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ward VALIDATE CONSTRAINT ward_university_hospital_code_fkey;
COMMIT;

-- accrete:step 34 transaction locks=clinic clinic.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic DROP COLUMN id;
COMMIT;
