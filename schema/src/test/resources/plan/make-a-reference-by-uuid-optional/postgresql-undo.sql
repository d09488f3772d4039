-- accrete:undo V0002 case postgresql
-- accrete:model 1:eb9e1b4dff926edd825995292c3afd5a
-- accrete:verdict breaking
--
-- Changes
--   process.person_id   set not null, existing rows: (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY)   Process.personId
-- Locks
--   process             ACCESS EXCLUSIVE, instant
--   process             SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] process.person_id: writes of the running version that leave the column empty fail
-- Data that does not come back
--   process.person_id: rows without a value get (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY)
-- Rows that stop this
--   process.person_id: no value, where none is found for them
--     SELECT * FROM process WHERE person_id IS NULL AND (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY) IS NULL;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit process.person_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 process.id%TYPE;
    high_1 process.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM process ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM process WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE process SET person_id = (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY) WHERE person_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE process SET person_id = (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY) WHERE person_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 2 transaction locks=process process.person_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE process IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE process ADD CONSTRAINT process_person_id_present CHECK (person_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit process.person_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 process.id%TYPE;
    high_1 process.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM process ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM process WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE process SET person_id = (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY) WHERE person_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE process SET person_id = (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY) WHERE person_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction process: validate process_person_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE process VALIDATE CONSTRAINT process_person_id_present;
COMMIT;

-- accrete:step 5 transaction locks=process process.person_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE process IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE process ALTER COLUMN person_id SET NOT NULL;
ALTER TABLE process DROP CONSTRAINT process_person_id_present;
COMMIT;
