-- accrete:migration V0002 case postgresql
-- accrete:model 1:c484fe995289bea504d775cc07eba717
-- accrete:verdict breaking
--
-- Changes
--   person.first      keep unmapped column                                                    Person
--   person.known_as   add column varchar(80) not null, existing rows: coalesce(first, last)   Person.knownAs
--   person.name       add column varchar(81) not null, existing rows: first || ' ' || last    Person.name
-- Locks
--   person            ACCESS EXCLUSIVE, instant
--   person            SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] person.known_as: inserts of the running version leave the new column out and fail
--   [ACC-H203] person.name: inserts of the running version leave the new column out and fail
-- Rows that stop this
--   person.name: no value, where none is found for them
--     SELECT * FROM person WHERE first || ' ' || last IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=person person.known_as: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD COLUMN known_as varchar(80);
COMMIT;

-- accrete:step 2 autocommit person.known_as: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 person.id%TYPE;
    high_1 person.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM person ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM person WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE person SET known_as = coalesce(first, last) WHERE known_as IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE person SET known_as = coalesce(first, last) WHERE known_as IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=person person.known_as: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_known_as_present CHECK (known_as IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit person.known_as: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 person.id%TYPE;
    high_1 person.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM person ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM person WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE person SET known_as = coalesce(first, last) WHERE known_as IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE person SET known_as = coalesce(first, last) WHERE known_as IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction person: validate person_known_as_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_known_as_present;
COMMIT;

-- accrete:step 6 transaction locks=person person.known_as: set not null; person.name: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ALTER COLUMN known_as SET NOT NULL;
ALTER TABLE person DROP CONSTRAINT person_known_as_present;
ALTER TABLE person ADD COLUMN name varchar(81);
COMMIT;

-- accrete:step 7 autocommit person.name: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 person.id%TYPE;
    high_1 person.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM person ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM person WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE person SET name = first || ' ' || last WHERE name IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE person SET name = first || ' ' || last WHERE name IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 transaction locks=person person.name: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_name_present CHECK (name IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 9 autocommit person.name: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 person.id%TYPE;
    high_1 person.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM person ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM person WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE person SET name = first || ' ' || last WHERE name IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE person SET name = first || ' ' || last WHERE name IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 transaction person: validate person_name_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_name_present;
COMMIT;

-- accrete:step 11 transaction locks=person person.name: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ALTER COLUMN name SET NOT NULL;
ALTER TABLE person DROP CONSTRAINT person_name_present;
COMMIT;
