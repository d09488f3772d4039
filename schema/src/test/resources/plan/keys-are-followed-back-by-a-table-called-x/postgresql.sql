-- accrete:migration V0002 case postgresql
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
--   clinic        ACCESS EXCLUSIVE, instant
--   clinic        SHARE UPDATE EXCLUSIVE, scan
--   hospital      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] clinic.id: inserts of the running version leave the new column out and fail
--   [ACC-H202] clinic.code: the running version of the application still reads and writes the column
--   [ACC-H301] clinic.code: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=clinic,hospital hospital: drop foreign key hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic, hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE hospital DROP CONSTRAINT hospital_code_fkey;
COMMIT;

-- accrete:step 2 transaction locks=clinic clinic.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ADD COLUMN id bigint;
COMMIT;

-- accrete:step 3 autocommit clinic.id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.clinic_id_values;

CREATE TEMPORARY TABLE clinic_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM clinic;

CREATE UNIQUE INDEX IF NOT EXISTS clinic_id_place ON pg_temp.clinic_id_values (key_1);

DO $accrete$
DECLARE
    low_1 clinic.code%TYPE;
    high_1 clinic.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM clinic ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM clinic WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE clinic SET id = (SELECT v.found FROM pg_temp.clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE clinic SET id = (SELECT v.found FROM pg_temp.clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL AND code >= low_1 AND code < high_1;
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

DROP TABLE IF EXISTS pg_temp.clinic_id_values;
RESET statement_timeout;

-- accrete:step 4 transaction locks=clinic clinic.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ADD CONSTRAINT clinic_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit clinic.id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.clinic_id_values;

CREATE TEMPORARY TABLE clinic_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM clinic;

CREATE UNIQUE INDEX IF NOT EXISTS clinic_id_place ON pg_temp.clinic_id_values (key_1);

DO $accrete$
DECLARE
    low_1 clinic.code%TYPE;
    high_1 clinic.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM clinic ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM clinic WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE clinic SET id = (SELECT v.found FROM pg_temp.clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE clinic SET id = (SELECT v.found FROM pg_temp.clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL AND code >= low_1 AND code < high_1;
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

DROP TABLE IF EXISTS pg_temp.clinic_id_values;
RESET statement_timeout;

-- accrete:step 6 transaction clinic: validate clinic_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE clinic VALIDATE CONSTRAINT clinic_id_present;
COMMIT;

-- accrete:step 7 transaction locks=clinic clinic.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clinic ALTER COLUMN id SET NOT NULL;
ALTER TABLE clinic DROP CONSTRAINT clinic_id_present;
COMMIT;

-- accrete:step 8 autocommit index=clinic_id_new_idx clinic: build index clinic_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY clinic_id_new_idx ON clinic (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 9 transaction locks=clinic clinic: change primary key clinic_pkey; clinic.code: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE clinic DROP CONSTRAINT clinic_pkey,
    ADD CONSTRAINT clinic_pkey PRIMARY KEY USING INDEX clinic_id_new_idx;

ALTER TABLE clinic DROP COLUMN code;
COMMIT;
