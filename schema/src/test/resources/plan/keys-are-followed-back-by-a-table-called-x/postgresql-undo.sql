-- accrete:undo V0002 case postgresql
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
--   clinic        ACCESS EXCLUSIVE, instant
--   clinic        SHARE UPDATE EXCLUSIVE, scan
--   hospital      ACCESS EXCLUSIVE, instant
--   hospital      SHARE UPDATE EXCLUSIVE, scan
--   x             ACCESS EXCLUSIVE, instant
--   x             SHARE UPDATE EXCLUSIVE, scan
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

-- accrete:step 1 transaction locks=hospital,x x: drop foreign key x_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital, x IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE x DROP CONSTRAINT x_code_fkey;
COMMIT;

-- accrete:step 2 transaction locks=clinic clinic.code: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ADD COLUMN code integer;
COMMIT;

-- accrete:step 3 autocommit clinic.code: fill in rows that exist
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

-- accrete:step 4 transaction locks=clinic clinic.code: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ADD CONSTRAINT clinic_code_present CHECK (code IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit clinic.code: fill in rows written meanwhile
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

-- accrete:step 6 transaction clinic: validate clinic_code_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE clinic VALIDATE CONSTRAINT clinic_code_present;
COMMIT;

-- accrete:step 7 transaction locks=clinic clinic.code: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ALTER COLUMN code SET NOT NULL;
ALTER TABLE clinic DROP CONSTRAINT clinic_code_present;
COMMIT;

-- accrete:step 8 autocommit index=clinic_code_new_idx clinic: build index clinic_code_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY clinic_code_new_idx ON clinic (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 9 transaction locks=clinic clinic: change primary key clinic_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE clinic DROP CONSTRAINT clinic_pkey,
    ADD CONSTRAINT clinic_pkey PRIMARY KEY USING INDEX clinic_code_new_idx;
COMMIT;

-- accrete:step 10 transaction locks=x x: drop keys
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE x IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE x DROP CONSTRAINT x_pkey;
COMMIT;

-- accrete:step 11 transaction x: follow keys of hospital
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE x SET code = (select xx.code from (select p.code, row_number() over (order by p.code) as n from clinic p) xx join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = xx.n where y.k1 = x.code)
    WHERE x.code IS NOT NULL;
COMMIT;

-- accrete:step 12 autocommit index=x_pkey x: build index x_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY x_pkey ON x (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 13 transaction locks=x x: add primary key x_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE x IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE x ADD CONSTRAINT x_pkey PRIMARY KEY USING INDEX x_pkey;
COMMIT;

-- accrete:step 14 transaction locks=hospital hospital: drop keys
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital DROP CONSTRAINT hospital_pkey;
COMMIT;

-- accrete:step 15 transaction hospital: mend references to clinic
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE hospital SET code = (select x.code from (select p.code, row_number() over (order by p.code) as n from clinic p) x join (select o.code as k1, row_number() over (order by o.code) as n from hospital o) y on y.n = x.n where y.k1 = hospital.code)
    WHERE hospital.code IS NOT NULL;
COMMIT;

-- accrete:step 16 autocommit index=hospital_pkey hospital: build index hospital_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY hospital_pkey ON hospital (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 17 transaction locks=hospital hospital: add primary key hospital_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital ADD CONSTRAINT hospital_pkey PRIMARY KEY USING INDEX hospital_pkey;
COMMIT;

-- accrete:step 18 transaction locks=clinic,hospital hospital: add foreign key hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic, hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital ADD CONSTRAINT hospital_code_fkey FOREIGN KEY (code) REFERENCES clinic (code) NOT VALID;
COMMIT;

-- accrete:step 19 transaction hospital: validate hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE hospital VALIDATE CONSTRAINT hospital_code_fkey;
COMMIT;

-- accrete:step 20 transaction locks=hospital,x x: add foreign key x_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hospital, x IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE x ADD CONSTRAINT x_code_fkey FOREIGN KEY (code) REFERENCES hospital (code) NOT VALID;
COMMIT;

-- accrete:step 21 transaction x: validate x_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE x VALIDATE CONSTRAINT x_code_fkey;
COMMIT;

-- accrete:step 22 transaction locks=clinic clinic.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic DROP COLUMN id;
COMMIT;
