-- accrete:undo V0002 case postgresql
-- accrete:model 1:71e0a70cf671b7f428f683aa1e95b029
-- accrete:verdict breaking
--
-- Changes
--   category             create table
--   city.nr              add column bigint not null, existing rows: row_number() over (order by name)   City
--   city                 drop primary key city_pkey (name)                                              City
--   person.size          set not null, existing rows: 7                                                 Person.size
--   person.category_id   set not null, existing rows: 0                                                 Person.categoryId
--   person.size          set default 7                                                                  Person.size
--   person.size          drop generation                                                                Person.size
--   city                 add primary key city_pkey (nr)                                                 City
--   person               empty the references of person_city_nr_fkey, whose keys are others             Person
--   person               add foreign key person_city_nr_fkey (city_nr) to city                          Person
--   person               add empty rows to category that person_category_id_fkey misses                 Person
--   person               add foreign key person_category_id_fkey (category_id) to category              Person
--   category             add foreign key category_parent_id_fkey (parent_id) to category
-- Locks
--   category             SHARE ROW EXCLUSIVE, instant
--   city                 ACCESS EXCLUSIVE, instant
--   city                 SHARE UPDATE EXCLUSIVE, scan
--   person               ACCESS EXCLUSIVE, instant
--   person               SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] city.nr: inserts of the running version leave the new column out and fail
--   [ACC-H203] person.size: writes of the running version that leave the column empty fail
--   [ACC-H203] person.category_id: writes of the running version that leave the column empty fail
--   [ACC-H401] person: no index starts with [city_nr], so each delete of a referenced row reads the whole table
--   [ACC-H205] person: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] person: the running version fails when it writes references to rows of category, which it does not know
--   [ACC-H401] person: no index starts with [category_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   person: add empty rows to category that person_category_id_fkey misses
--   person: empty the references of person_city_nr_fkey, whose keys are others
--   person.category_id: rows without a value get 0
--   person.size: rows without a value get 7
--   city.nr: the values that were dropped
--   category: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create category, which nobody uses yet
BEGIN;
CREATE TABLE category (
    id bigint NOT NULL,
    parent_id bigint NOT NULL,
    CONSTRAINT category_pkey PRIMARY KEY (id)
);

ALTER TABLE category ADD CONSTRAINT category_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES category (id);
COMMIT;

-- accrete:step 2 transaction locks=city city.nr: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ADD COLUMN nr bigint;
COMMIT;

-- accrete:step 3 autocommit city.nr: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.city_nr_values;

CREATE TEMPORARY TABLE city_nr_values AS
    SELECT name AS key_1, row_number() over (order by name) AS found
    FROM city;

CREATE UNIQUE INDEX IF NOT EXISTS city_nr_place ON pg_temp.city_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 city.name%TYPE;
    high_1 city.name%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT name INTO low_1 FROM city ORDER BY name LIMIT 1;
    LOOP
        SELECT name INTO high_1 FROM city WHERE name >= low_1 ORDER BY name OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE city SET nr = (SELECT v.found FROM pg_temp.city_nr_values v WHERE v.key_1 = city.name) WHERE nr IS NULL AND name >= low_1;
                EXIT;
            END IF;
            UPDATE city SET nr = (SELECT v.found FROM pg_temp.city_nr_values v WHERE v.key_1 = city.name) WHERE nr IS NULL AND name >= low_1 AND name < high_1;
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

DROP TABLE IF EXISTS pg_temp.city_nr_values;
RESET statement_timeout;

-- accrete:step 4 transaction locks=city city.nr: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ADD CONSTRAINT city_nr_present CHECK (nr IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit city.nr: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.city_nr_values;

CREATE TEMPORARY TABLE city_nr_values AS
    SELECT name AS key_1, row_number() over (order by name) AS found
    FROM city;

CREATE UNIQUE INDEX IF NOT EXISTS city_nr_place ON pg_temp.city_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 city.name%TYPE;
    high_1 city.name%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT name INTO low_1 FROM city ORDER BY name LIMIT 1;
    LOOP
        SELECT name INTO high_1 FROM city WHERE name >= low_1 ORDER BY name OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE city SET nr = (SELECT v.found FROM pg_temp.city_nr_values v WHERE v.key_1 = city.name) WHERE nr IS NULL AND name >= low_1;
                EXIT;
            END IF;
            UPDATE city SET nr = (SELECT v.found FROM pg_temp.city_nr_values v WHERE v.key_1 = city.name) WHERE nr IS NULL AND name >= low_1 AND name < high_1;
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

DROP TABLE IF EXISTS pg_temp.city_nr_values;
RESET statement_timeout;

-- accrete:step 6 transaction city: validate city_nr_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE city VALIDATE CONSTRAINT city_nr_present;
COMMIT;

-- accrete:step 7 transaction locks=city city.nr: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ALTER COLUMN nr SET NOT NULL;
ALTER TABLE city DROP CONSTRAINT city_nr_present;
COMMIT;

-- accrete:step 8 autocommit person.category_id: fill in rows that exist
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
                UPDATE person SET category_id = 0 WHERE category_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE person SET category_id = 0 WHERE category_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction locks=person person.category_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_category_id_present CHECK (category_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit person.category_id: fill in rows written meanwhile
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
                UPDATE person SET category_id = 0 WHERE category_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE person SET category_id = 0 WHERE category_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 transaction person: validate person_category_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_category_id_present;
COMMIT;

-- accrete:step 12 transaction locks=person person.category_id: set not null; person.size: add plain column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ALTER COLUMN category_id SET NOT NULL;
ALTER TABLE person DROP CONSTRAINT person_category_id_present;
ALTER TABLE person ADD COLUMN person_size_plain integer;

CREATE FUNCTION person_size_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.person_size_plain := (SELECT coalesce(3 + 4, 7) FROM (SELECT NEW.*) AS person);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER person_size_sync BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION person_size_sync();
COMMIT;

-- accrete:step 13 autocommit person.person_size_plain: fill in rows that exist
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
                UPDATE person SET person_size_plain = coalesce(size, 7) WHERE person_size_plain IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE person SET person_size_plain = coalesce(size, 7) WHERE person_size_plain IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 14 transaction locks=person person.person_size_plain: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_person_size_plain_present CHECK (person_size_plain IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 15 transaction person: validate person_person_size_plain_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_person_size_plain_present;
COMMIT;

-- accrete:step 16 transaction locks=person person.person_size_plain: set not null; person.size: replace generated column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ALTER COLUMN person_size_plain SET NOT NULL;
ALTER TABLE person DROP CONSTRAINT person_person_size_plain_present;
DROP TRIGGER person_size_sync ON person;
DROP FUNCTION person_size_sync();
ALTER TABLE person DROP COLUMN size;
ALTER TABLE person RENAME COLUMN person_size_plain TO size;
ALTER TABLE person ALTER COLUMN size SET DEFAULT 7;
COMMIT;

-- accrete:step 17 autocommit index=city_nr_new_idx city: build index city_nr_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY city_nr_new_idx ON city (nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 18 transaction locks=city city: change primary key city_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE city DROP CONSTRAINT city_pkey,
    ADD CONSTRAINT city_pkey PRIMARY KEY USING INDEX city_nr_new_idx;
COMMIT;

-- accrete:step 19 autocommit person: mend references to category
SET statement_timeout = 0;

INSERT INTO category (id, parent_id)
    SELECT id, id FROM (SELECT DISTINCT person.category_id AS id FROM person
    WHERE person.category_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM category r WHERE r.id = person.category_id)) k;

RESET statement_timeout;

-- accrete:step 20 autocommit person: mend references to city
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
                UPDATE person SET city_nr = NULL WHERE person.city_nr IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE person SET city_nr = NULL WHERE person.city_nr IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 21 transaction locks=category,person person: add foreign key person_category_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE category, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id) NOT VALID;
COMMIT;

-- accrete:step 22 transaction person: validate person_category_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_category_id_fkey;
COMMIT;

-- accrete:step 23 transaction locks=city,person person: add foreign key person_city_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_city_nr_fkey FOREIGN KEY (city_nr) REFERENCES city (nr) NOT VALID;
COMMIT;

-- accrete:step 24 transaction person: validate person_city_nr_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_city_nr_fkey;
COMMIT;
