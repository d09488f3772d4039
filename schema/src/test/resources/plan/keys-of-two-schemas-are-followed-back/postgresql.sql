-- accrete:migration V0002 case postgresql
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
--   care.clinic        ACCESS EXCLUSIVE, instant
--   care.clinic        SHARE UPDATE EXCLUSIVE, scan
--   care.hospital      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] care.clinic.id: inserts of the running version leave the new column out and fail
--   [ACC-H202] care.clinic.code: the running version of the application still reads and writes the column
--   [ACC-H301] care.clinic.code: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=care.clinic,care.hospital care.hospital: drop foreign key hospital_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic, care.hospital IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.hospital DROP CONSTRAINT hospital_code_fkey;
COMMIT;

-- accrete:step 2 transaction locks=care.clinic care.clinic.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.clinic ADD COLUMN id bigint;
COMMIT;

-- accrete:step 3 autocommit care.clinic.id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.clinic_id_values;

CREATE TEMPORARY TABLE clinic_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM care.clinic;

CREATE UNIQUE INDEX IF NOT EXISTS clinic_id_place ON pg_temp.clinic_id_values (key_1);

DO $accrete$
DECLARE
    low_1 care.clinic.code%TYPE;
    high_1 care.clinic.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM care.clinic ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM care.clinic WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE care.clinic SET id = (SELECT v.found FROM pg_temp.clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE care.clinic SET id = (SELECT v.found FROM pg_temp.clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL AND code >= low_1 AND code < high_1;
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

-- accrete:step 4 transaction locks=care.clinic care.clinic.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.clinic ADD CONSTRAINT clinic_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit care.clinic.id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.clinic_id_values;

CREATE TEMPORARY TABLE clinic_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM care.clinic;

CREATE UNIQUE INDEX IF NOT EXISTS clinic_id_place ON pg_temp.clinic_id_values (key_1);

DO $accrete$
DECLARE
    low_1 care.clinic.code%TYPE;
    high_1 care.clinic.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM care.clinic ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM care.clinic WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE care.clinic SET id = (SELECT v.found FROM pg_temp.clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE care.clinic SET id = (SELECT v.found FROM pg_temp.clinic_id_values v WHERE v.key_1 = clinic.code) WHERE id IS NULL AND code >= low_1 AND code < high_1;
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

-- accrete:step 6 transaction care.clinic: validate clinic_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE care.clinic VALIDATE CONSTRAINT clinic_id_present;
COMMIT;

-- accrete:step 7 transaction locks=care.clinic care.clinic.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE care.clinic ALTER COLUMN id SET NOT NULL;
ALTER TABLE care.clinic DROP CONSTRAINT clinic_id_present;
COMMIT;

-- accrete:step 8 autocommit index=care.clinic_id_new_idx care.clinic: build index clinic_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY clinic_id_new_idx ON care.clinic (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 9 transaction locks=care.clinic care.clinic: change primary key clinic_pkey; care.clinic.code: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE care.clinic IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE care.clinic DROP CONSTRAINT clinic_pkey,
    ADD CONSTRAINT clinic_pkey PRIMARY KEY USING INDEX clinic_id_new_idx;

ALTER TABLE care.clinic DROP COLUMN code;
COMMIT;
