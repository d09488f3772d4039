-- accrete:undo V0002 case postgresql
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
--   care.clinic        ACCESS EXCLUSIVE, instant
--   care.clinic        SHARE UPDATE EXCLUSIVE, scan
--   care.hospital      ACCESS EXCLUSIVE, instant
--   care.hospital      SHARE UPDATE EXCLUSIVE, scan
--   north.ward         ACCESS EXCLUSIVE, instant
--   north.ward         SHARE UPDATE EXCLUSIVE, scan
--   south.ward         ACCESS EXCLUSIVE, instant
--   south.ward         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] care.clinic.code: inserts of the running version leave the new column out and fail
--   [ACC-H202] care.clinic.id: the running version of the application still reads and writes the column
--   [ACC-H301] care.clinic.id: its data is gone for good
--   [ACC-H205] care.hospital: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] care.hospital: the running version fails when it writes rows, for it writes none of the same key to care.clinic
--   [ACC-H401] care.hospital: no index starts with [main_code], so each delete of a referenced row reads the whole table
--   [ACC-H401] north.ward: no index starts with [hospital_code], so each delete of a referenced row reads the whole table
--   [ACC-H401] south.ward: no index starts with [hospital_code], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   care.hospital: look up what the references of hospital_code_fkey mean, whose keys are others
--   care.clinic.id: all values
--   care.clinic.code: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=care.hospital care.hospital: drop foreign key hospital_main_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.hospital DROP CONSTRAINT hospital_main_code_fkey;
COMMIT;

-- accrete:step 2 transaction locks=care.hospital,north.ward north.ward: drop foreign key ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.hospital, north.ward IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE north.ward DROP CONSTRAINT ward_hospital_code_fkey;
COMMIT;

-- accrete:step 3 transaction locks=care.hospital,south.ward south.ward: drop foreign key ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.hospital, south.ward IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE south.ward DROP CONSTRAINT ward_hospital_code_fkey;
COMMIT;

-- accrete:step 4 transaction locks=care.clinic care.clinic.code: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.clinic ADD COLUMN code integer;
COMMIT;

-- accrete:step 5 autocommit care.clinic.code: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 care.clinic.id%TYPE;
    high_1 care.clinic.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM care.clinic ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM care.clinic WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE care.clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM care.clinic o), 0) AS integer) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE care.clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM care.clinic o), 0) AS integer) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=care.clinic care.clinic.code: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.clinic ADD CONSTRAINT clinic_code_present CHECK (code IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 autocommit care.clinic.code: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 care.clinic.id%TYPE;
    high_1 care.clinic.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM care.clinic ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM care.clinic WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE care.clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM care.clinic o), 0) AS integer) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE care.clinic SET code = CAST(id + coalesce((SELECT max(o.code) FROM care.clinic o), 0) AS integer) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 transaction care.clinic: validate clinic_code_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE care.clinic VALIDATE CONSTRAINT clinic_code_present;
COMMIT;

-- accrete:step 9 transaction locks=care.clinic care.clinic.code: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.clinic ALTER COLUMN code SET NOT NULL;
ALTER TABLE care.clinic DROP CONSTRAINT clinic_code_present;
COMMIT;

-- accrete:step 10 autocommit index=care.clinic_code_new_idx care.clinic: build index clinic_code_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY clinic_code_new_idx ON care.clinic (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 11 transaction locks=care.clinic care.clinic: change primary key clinic_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE care.clinic DROP CONSTRAINT clinic_pkey,
    ADD CONSTRAINT clinic_pkey PRIMARY KEY USING INDEX clinic_code_new_idx;
COMMIT;

-- accrete:step 12 transaction care.hospital: follow keys of care.hospital
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE care.hospital SET main_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from care.clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from care.hospital o) y on y.n = x.n where y.k1 = hospital.main_code)
    WHERE care.hospital.main_code IS NOT NULL;
COMMIT;

-- accrete:step 13 transaction north.ward: follow keys of care.hospital
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE north.ward SET hospital_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from care.clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from care.hospital o) y on y.n = x.n where y.k1 = ward.hospital_code)
    WHERE north.ward.hospital_code IS NOT NULL;
COMMIT;

-- accrete:step 14 transaction south.ward: follow keys of care.hospital
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE south.ward SET hospital_code = (select x.code from (select p.code, row_number() over (order by p.code) as n from care.clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from care.hospital o) y on y.n = x.n where y.k1 = ward.hospital_code)
    WHERE south.ward.hospital_code IS NOT NULL;
COMMIT;

-- accrete:step 15 transaction locks=care.hospital care.hospital: drop keys
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.hospital DROP CONSTRAINT hospital_pkey;
COMMIT;

-- accrete:step 16 transaction care.hospital: mend references to care.clinic
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE care.hospital SET code = (select x.code from (select p.code, row_number() over (order by p.code) as n from care.clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from care.hospital o) y on y.n = x.n where y.k1 = hospital.code)
    WHERE care.hospital.code IS NOT NULL;
COMMIT;

-- accrete:step 17 autocommit index=care.hospital_pkey care.hospital: build index hospital_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY hospital_pkey ON care.hospital (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 18 transaction locks=care.hospital care.hospital: add primary key hospital_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.hospital ADD CONSTRAINT hospital_pkey PRIMARY KEY USING INDEX hospital_pkey;
COMMIT;

-- accrete:step 19 transaction locks=care.clinic,care.hospital care.hospital: add foreign key hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic, care.hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.hospital ADD CONSTRAINT hospital_code_fkey FOREIGN KEY (code) REFERENCES care.clinic (code) NOT VALID;
COMMIT;

-- accrete:step 20 transaction care.hospital: validate hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE care.hospital VALIDATE CONSTRAINT hospital_code_fkey;
COMMIT;

-- accrete:step 21 transaction locks=care.hospital care.hospital: add foreign key hospital_main_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.hospital ADD CONSTRAINT hospital_main_code_fkey FOREIGN KEY (main_code) REFERENCES care.hospital (code) NOT VALID;
COMMIT;

-- accrete:step 22 transaction care.hospital: validate hospital_main_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE care.hospital VALIDATE CONSTRAINT hospital_main_code_fkey;
COMMIT;

-- accrete:step 23 transaction locks=care.hospital,north.ward north.ward: add foreign key ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.hospital, north.ward IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE north.ward ADD CONSTRAINT ward_hospital_code_fkey FOREIGN KEY (hospital_code) REFERENCES care.hospital (code) NOT VALID;
COMMIT;

-- accrete:step 24 transaction north.ward: validate ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE north.ward VALIDATE CONSTRAINT ward_hospital_code_fkey;
COMMIT;

-- accrete:step 25 transaction locks=care.hospital,south.ward south.ward: add foreign key ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.hospital, south.ward IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE south.ward ADD CONSTRAINT ward_hospital_code_fkey FOREIGN KEY (hospital_code) REFERENCES care.hospital (code) NOT VALID;
COMMIT;

-- accrete:step 26 transaction south.ward: validate ward_hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE south.ward VALIDATE CONSTRAINT ward_hospital_code_fkey;
COMMIT;

-- accrete:step 27 transaction locks=care.clinic care.clinic.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.clinic DROP COLUMN id;
COMMIT;
