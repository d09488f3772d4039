-- accrete:migration V0002 case postgresql
-- accrete:model 1:b086859b8d761921d23dc36e7f50b2e3
-- accrete:verdict breaking
--
-- Changes
--   city            drop primary key city_pkey (country, nr)              City
--   mayor           drop primary key mayor_pkey (city_id)                 Mayor
--   stamp           drop primary key stamp_pkey (country, nr)             Stamp
--   stamp.country   keep unmapped column                                  Stamp
--   stamp.country   drop not null of unmapped column                      Stamp
--   city.id         add column bigint not null, existing rows: (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr))   City.id
--   city.town_id    add column bigint not null, existing rows: (select x.id from (select p.id, row_number() over (order by p.id) as n from town p) x where x.n = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr)))   City.townId
--   mayor.id        add column bigint not null, existing rows: city_id    Mayor.id
--   stamp.code      add column varchar(255) not null, existing rows: cast(country as varchar) || '-' || cast(nr as varchar)   Stamp.code
--   mayor.city_id   drop not null                                         Mayor.cityId
--   city            add primary key city_pkey (id)                        City
--   mayor           add primary key mayor_pkey (id)                       Mayor
--   stamp           add primary key stamp_pkey (code)                     Stamp
--   city            add unique constraint city_town_id_key (town_id)      City
--   city            add foreign key city_town_id_fkey (town_id) to town   City
--   stamp.nr        drop column                                           Stamp
-- Locks
--   city            ACCESS EXCLUSIVE, instant
--   city            SHARE UPDATE EXCLUSIVE, scan
--   mayor           ACCESS EXCLUSIVE, instant
--   mayor           SHARE UPDATE EXCLUSIVE, scan
--   stamp           ACCESS EXCLUSIVE, instant
--   stamp           SHARE UPDATE EXCLUSIVE, scan
--   town            SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] city.id: inserts of the running version leave the new column out and fail
--   [ACC-H203] city.town_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] mayor.id: inserts of the running version leave the new column out and fail
--   [ACC-H203] stamp.code: inserts of the running version leave the new column out and fail
--   [ACC-H205] city: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H202] stamp.nr: the running version of the application still reads and writes the column
--   [ACC-H301] stamp.nr: its data is gone for good
-- Rows that stop this
--   city.town_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=city city.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ADD COLUMN id bigint;
COMMIT;

-- accrete:step 2 autocommit city.id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 city.country%TYPE;
    low_2 city.nr%TYPE;
    high_1 city.country%TYPE;
    high_2 city.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT country, nr INTO low_1, low_2 FROM city ORDER BY country, nr LIMIT 1;
    LOOP
        SELECT country, nr INTO high_1, high_2 FROM city WHERE (country, nr) >= (low_1, low_2) ORDER BY country, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE city SET id = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr)) WHERE id IS NULL AND (country, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE city SET id = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr)) WHERE id IS NULL AND (country, nr) >= (low_1, low_2) AND (country, nr) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 3 transaction locks=city city.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ADD CONSTRAINT city_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit city.id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 city.country%TYPE;
    low_2 city.nr%TYPE;
    high_1 city.country%TYPE;
    high_2 city.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT country, nr INTO low_1, low_2 FROM city ORDER BY country, nr LIMIT 1;
    LOOP
        SELECT country, nr INTO high_1, high_2 FROM city WHERE (country, nr) >= (low_1, low_2) ORDER BY country, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE city SET id = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr)) WHERE id IS NULL AND (country, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE city SET id = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr)) WHERE id IS NULL AND (country, nr) >= (low_1, low_2) AND (country, nr) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 5 transaction city: validate city_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE city VALIDATE CONSTRAINT city_id_present;
COMMIT;

-- accrete:step 6 transaction locks=city city.id: set not null; city.town_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ALTER COLUMN id SET NOT NULL;
ALTER TABLE city DROP CONSTRAINT city_id_present;
ALTER TABLE city ADD COLUMN town_id bigint;
COMMIT;

-- accrete:step 7 autocommit city.town_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.city_town_id_list1;

CREATE TEMPORARY TABLE city_town_id_list1 AS
    select p.id, row_number() over (order by p.id) as n from town p;

CREATE INDEX IF NOT EXISTS city_town_id_list1_id ON pg_temp.city_town_id_list1 (id);
CREATE INDEX IF NOT EXISTS city_town_id_list1_n ON pg_temp.city_town_id_list1 (n);

DO $accrete$
DECLARE
    low_1 city.country%TYPE;
    low_2 city.nr%TYPE;
    high_1 city.country%TYPE;
    high_2 city.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT country, nr INTO low_1, low_2 FROM city ORDER BY country, nr LIMIT 1;
    LOOP
        SELECT country, nr INTO high_1, high_2 FROM city WHERE (country, nr) >= (low_1, low_2) ORDER BY country, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE city SET town_id = (select x.id from pg_temp.city_town_id_list1 x where x.n = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr))) WHERE town_id IS NULL AND (country, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE city SET town_id = (select x.id from pg_temp.city_town_id_list1 x where x.n = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr))) WHERE town_id IS NULL AND (country, nr) >= (low_1, low_2) AND (country, nr) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.city_town_id_list1;
RESET statement_timeout;

-- accrete:step 8 transaction locks=city city.town_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ADD CONSTRAINT city_town_id_present CHECK (town_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 9 autocommit city.town_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.city_town_id_list1;

CREATE TEMPORARY TABLE city_town_id_list1 AS
    select p.id, row_number() over (order by p.id) as n from town p;

CREATE INDEX IF NOT EXISTS city_town_id_list1_id ON pg_temp.city_town_id_list1 (id);
CREATE INDEX IF NOT EXISTS city_town_id_list1_n ON pg_temp.city_town_id_list1 (n);

DO $accrete$
DECLARE
    low_1 city.country%TYPE;
    low_2 city.nr%TYPE;
    high_1 city.country%TYPE;
    high_2 city.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT country, nr INTO low_1, low_2 FROM city ORDER BY country, nr LIMIT 1;
    LOOP
        SELECT country, nr INTO high_1, high_2 FROM city WHERE (country, nr) >= (low_1, low_2) ORDER BY country, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE city SET town_id = (select x.id from pg_temp.city_town_id_list1 x where x.n = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr))) WHERE town_id IS NULL AND (country, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE city SET town_id = (select x.id from pg_temp.city_town_id_list1 x where x.n = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr))) WHERE town_id IS NULL AND (country, nr) >= (low_1, low_2) AND (country, nr) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.city_town_id_list1;
RESET statement_timeout;

-- accrete:step 10 transaction city: validate city_town_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE city VALIDATE CONSTRAINT city_town_id_present;
COMMIT;

-- accrete:step 11 transaction locks=city city.town_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ALTER COLUMN town_id SET NOT NULL;
ALTER TABLE city DROP CONSTRAINT city_town_id_present;
COMMIT;

-- accrete:step 12 transaction locks=mayor mayor.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mayor ADD COLUMN id bigint;
COMMIT;

-- accrete:step 13 autocommit mayor.id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 mayor.city_id%TYPE;
    high_1 mayor.city_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT city_id INTO low_1 FROM mayor ORDER BY city_id LIMIT 1;
    LOOP
        SELECT city_id INTO high_1 FROM mayor WHERE city_id >= low_1 ORDER BY city_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE mayor SET id = city_id WHERE id IS NULL AND city_id >= low_1;
                EXIT;
            END IF;
            UPDATE mayor SET id = city_id WHERE id IS NULL AND city_id >= low_1 AND city_id < high_1;
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

-- accrete:step 14 transaction locks=mayor mayor.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mayor ADD CONSTRAINT mayor_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 15 autocommit mayor.id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 mayor.city_id%TYPE;
    high_1 mayor.city_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT city_id INTO low_1 FROM mayor ORDER BY city_id LIMIT 1;
    LOOP
        SELECT city_id INTO high_1 FROM mayor WHERE city_id >= low_1 ORDER BY city_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE mayor SET id = city_id WHERE id IS NULL AND city_id >= low_1;
                EXIT;
            END IF;
            UPDATE mayor SET id = city_id WHERE id IS NULL AND city_id >= low_1 AND city_id < high_1;
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

-- accrete:step 16 transaction mayor: validate mayor_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE mayor VALIDATE CONSTRAINT mayor_id_present;
COMMIT;

-- accrete:step 17 transaction locks=mayor mayor.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mayor ALTER COLUMN id SET NOT NULL;
ALTER TABLE mayor DROP CONSTRAINT mayor_id_present;
COMMIT;

-- accrete:step 18 transaction locks=stamp stamp.code: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD COLUMN code varchar(255);
COMMIT;

-- accrete:step 19 autocommit stamp.code: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 stamp.country%TYPE;
    low_2 stamp.nr%TYPE;
    high_1 stamp.country%TYPE;
    high_2 stamp.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT country, nr INTO low_1, low_2 FROM stamp ORDER BY country, nr LIMIT 1;
    LOOP
        SELECT country, nr INTO high_1, high_2 FROM stamp WHERE (country, nr) >= (low_1, low_2) ORDER BY country, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stamp SET code = cast(country as varchar) || '-' || cast(nr as varchar) WHERE code IS NULL AND (country, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE stamp SET code = cast(country as varchar) || '-' || cast(nr as varchar) WHERE code IS NULL AND (country, nr) >= (low_1, low_2) AND (country, nr) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 20 transaction locks=stamp stamp.code: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_code_present CHECK (code IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 21 autocommit stamp.code: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 stamp.country%TYPE;
    low_2 stamp.nr%TYPE;
    high_1 stamp.country%TYPE;
    high_2 stamp.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT country, nr INTO low_1, low_2 FROM stamp ORDER BY country, nr LIMIT 1;
    LOOP
        SELECT country, nr INTO high_1, high_2 FROM stamp WHERE (country, nr) >= (low_1, low_2) ORDER BY country, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stamp SET code = cast(country as varchar) || '-' || cast(nr as varchar) WHERE code IS NULL AND (country, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE stamp SET code = cast(country as varchar) || '-' || cast(nr as varchar) WHERE code IS NULL AND (country, nr) >= (low_1, low_2) AND (country, nr) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 22 transaction stamp: validate stamp_code_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_code_present;
COMMIT;

-- accrete:step 23 transaction locks=stamp stamp.code: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN code SET NOT NULL;
ALTER TABLE stamp DROP CONSTRAINT stamp_code_present;
COMMIT;

-- accrete:step 24 autocommit index=city_id_new_idx city: build index city_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY city_id_new_idx ON city (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 25 transaction locks=city city: change primary key city_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE city DROP CONSTRAINT city_pkey,
    ADD CONSTRAINT city_pkey PRIMARY KEY USING INDEX city_id_new_idx;
COMMIT;

-- accrete:step 26 autocommit index=mayor_id_new_idx mayor: build index mayor_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY mayor_id_new_idx ON mayor (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 27 transaction locks=mayor mayor: change primary key mayor_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE mayor DROP CONSTRAINT mayor_pkey,
    ADD CONSTRAINT mayor_pkey PRIMARY KEY USING INDEX mayor_id_new_idx;
COMMIT;

-- accrete:step 28 autocommit index=stamp_code_new_idx stamp: build index stamp_code_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY stamp_code_new_idx ON stamp (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 29 transaction locks=stamp stamp: change primary key stamp_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE stamp DROP CONSTRAINT stamp_pkey,
    ADD CONSTRAINT stamp_pkey PRIMARY KEY USING INDEX stamp_code_new_idx;
COMMIT;

-- accrete:step 30 autocommit index=city_town_id_key city: build index city_town_id_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY city_town_id_key ON city (town_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 31 transaction locks=city city: add unique key city_town_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ADD CONSTRAINT city_town_id_key UNIQUE USING INDEX city_town_id_key;
COMMIT;

-- accrete:step 32 transaction locks=mayor mayor.city_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mayor ALTER COLUMN city_id DROP NOT NULL;
COMMIT;

-- accrete:step 33 transaction locks=stamp stamp.country: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN country DROP NOT NULL;
COMMIT;

-- accrete:step 34 transaction locks=city,town city: add foreign key city_town_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city, town IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city ADD CONSTRAINT city_town_id_fkey FOREIGN KEY (town_id) REFERENCES town (id) NOT VALID;
COMMIT;

-- accrete:step 35 transaction city: validate city_town_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE city VALIDATE CONSTRAINT city_town_id_fkey;
COMMIT;

-- accrete:step 36 transaction locks=stamp stamp.nr: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp DROP COLUMN nr;
COMMIT;
