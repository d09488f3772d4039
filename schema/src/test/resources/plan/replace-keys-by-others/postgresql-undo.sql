-- accrete:undo V0002 case postgresql
-- accrete:model 1:6c2e2e142c419321e5354929274b16b3
-- accrete:verdict breaking
--
-- Changes
--   stamp.nr        add column integer not null, existing rows: row_number() over (order by code)   Stamp
--   city            drop foreign key city_town_id_fkey (town_id) to town                            City
--   city            drop unique constraint city_town_id_key (town_id)                               City
--   stamp           drop primary key stamp_pkey (code)                                              Stamp
--   mayor           drop primary key mayor_pkey (id)                                                Mayor
--   city            drop primary key city_pkey (id)                                                 City
--   mayor.city_id   set not null, existing rows: case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end   Mayor.cityId
--   stamp.code      drop column                                                                     Stamp.code
--   mayor.id        drop column                                                                     Mayor.id
--   city.town_id    drop column                                                                     City.townId
--   city.id         drop column                                                                     City.id
--   stamp.country   set not null, existing rows: ''                                                 Stamp
--   stamp           add primary key stamp_pkey (country, nr)                                        Stamp
--   mayor           add primary key mayor_pkey (city_id)                                            Mayor
--   city            add primary key city_pkey (country, nr)                                         City
-- Locks
--   city            ACCESS EXCLUSIVE, instant
--   city            SHARE UPDATE EXCLUSIVE, scan
--   mayor           ACCESS EXCLUSIVE, instant
--   mayor           SHARE UPDATE EXCLUSIVE, scan
--   stamp           ACCESS EXCLUSIVE, instant
--   stamp           SHARE UPDATE EXCLUSIVE, scan
--   town            ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] stamp.nr: inserts of the running version leave the new column out and fail
--   [ACC-H203] mayor.city_id: writes of the running version that leave the column empty fail
--   [ACC-H202] stamp.code: the running version of the application still reads and writes the column
--   [ACC-H301] stamp.code: its data is gone for good
--   [ACC-H202] mayor.id: the running version of the application still reads and writes the column
--   [ACC-H301] mayor.id: its data is gone for good
--   [ACC-H202] city.town_id: the running version of the application still reads and writes the column
--   [ACC-H301] city.town_id: its data is gone for good
--   [ACC-H202] city.id: the running version of the application still reads and writes the column
--   [ACC-H301] city.id: its data is gone for good
--   [ACC-H203] stamp.country: writes of the running version that leave the column empty fail
-- Data that does not come back
--   stamp.country: rows without a value get ''
--   city.id: all values
--   city.town_id: all values
--   mayor.id: all values
--   stamp.code: all values
--   mayor.city_id: rows without a value get case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end
--   stamp.nr: the values that were dropped
-- Rows that stop this
--   mayor.city_id: no value, where none is found for them
--     SELECT * FROM (SELECT mayor.*, case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end AS found FROM mayor WHERE city_id IS NULL) r WHERE found IS NULL;
--   mayor: the same values in city_id
--     SELECT city_id, count(*) FROM mayor WHERE city_id IS NOT NULL GROUP BY city_id HAVING count(*) > 1;
--   city: the same values in country, nr
--     SELECT country, nr, count(*) FROM city GROUP BY country, nr HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=city,town city: drop foreign key city_town_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city, town IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city DROP CONSTRAINT city_town_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=city city: drop unique key city_town_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city DROP CONSTRAINT city_town_id_key;
COMMIT;

-- accrete:step 3 autocommit mayor.city_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.mayor_city_id_values;

CREATE TEMPORARY TABLE mayor_city_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end AS found
    FROM mayor
    WHERE city_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS mayor_city_id_place ON pg_temp.mayor_city_id_values (key_1);

DO $accrete$
DECLARE
    low_1 mayor.id%TYPE;
    high_1 mayor.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM mayor ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM mayor WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE mayor SET city_id = (SELECT v.found FROM pg_temp.mayor_city_id_values v WHERE v.key_1 = mayor.id) WHERE city_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE mayor SET city_id = (SELECT v.found FROM pg_temp.mayor_city_id_values v WHERE v.key_1 = mayor.id) WHERE city_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.mayor_city_id_values;
RESET statement_timeout;

-- accrete:step 4 transaction locks=mayor mayor.city_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mayor ADD CONSTRAINT mayor_city_id_present CHECK (city_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit mayor.city_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.mayor_city_id_values;

CREATE TEMPORARY TABLE mayor_city_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end AS found
    FROM mayor
    WHERE city_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS mayor_city_id_place ON pg_temp.mayor_city_id_values (key_1);

DO $accrete$
DECLARE
    low_1 mayor.id%TYPE;
    high_1 mayor.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM mayor ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM mayor WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE mayor SET city_id = (SELECT v.found FROM pg_temp.mayor_city_id_values v WHERE v.key_1 = mayor.id) WHERE city_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE mayor SET city_id = (SELECT v.found FROM pg_temp.mayor_city_id_values v WHERE v.key_1 = mayor.id) WHERE city_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.mayor_city_id_values;
RESET statement_timeout;

-- accrete:step 6 transaction mayor: validate mayor_city_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE mayor VALIDATE CONSTRAINT mayor_city_id_present;
COMMIT;

-- accrete:step 7 transaction locks=mayor mayor.city_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mayor ALTER COLUMN city_id SET NOT NULL;
ALTER TABLE mayor DROP CONSTRAINT mayor_city_id_present;
COMMIT;

-- accrete:step 8 autocommit stamp.country: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 stamp.code%TYPE;
    high_1 stamp.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM stamp ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM stamp WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stamp SET country = '' WHERE country IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE stamp SET country = '' WHERE country IS NULL AND code >= low_1 AND code < high_1;
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

-- accrete:step 9 transaction locks=stamp stamp.country: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_country_present CHECK (country IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit stamp.country: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 stamp.code%TYPE;
    high_1 stamp.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM stamp ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM stamp WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stamp SET country = '' WHERE country IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE stamp SET country = '' WHERE country IS NULL AND code >= low_1 AND code < high_1;
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

-- accrete:step 11 transaction stamp: validate stamp_country_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_country_present;
COMMIT;

-- accrete:step 12 transaction locks=stamp stamp.country: set not null; stamp.nr: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN country SET NOT NULL;
ALTER TABLE stamp DROP CONSTRAINT stamp_country_present;
ALTER TABLE stamp ADD COLUMN nr integer;
COMMIT;

-- accrete:step 13 autocommit stamp.nr: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.stamp_nr_values;

CREATE TEMPORARY TABLE stamp_nr_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM stamp;

CREATE UNIQUE INDEX IF NOT EXISTS stamp_nr_place ON pg_temp.stamp_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 stamp.code%TYPE;
    high_1 stamp.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM stamp ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM stamp WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stamp SET nr = (SELECT v.found FROM pg_temp.stamp_nr_values v WHERE v.key_1 = stamp.code) WHERE nr IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE stamp SET nr = (SELECT v.found FROM pg_temp.stamp_nr_values v WHERE v.key_1 = stamp.code) WHERE nr IS NULL AND code >= low_1 AND code < high_1;
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

DROP TABLE IF EXISTS pg_temp.stamp_nr_values;
RESET statement_timeout;

-- accrete:step 14 transaction locks=stamp stamp.nr: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_nr_present CHECK (nr IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 15 autocommit stamp.nr: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.stamp_nr_values;

CREATE TEMPORARY TABLE stamp_nr_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM stamp;

CREATE UNIQUE INDEX IF NOT EXISTS stamp_nr_place ON pg_temp.stamp_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 stamp.code%TYPE;
    high_1 stamp.code%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT code INTO low_1 FROM stamp ORDER BY code LIMIT 1;
    LOOP
        SELECT code INTO high_1 FROM stamp WHERE code >= low_1 ORDER BY code OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stamp SET nr = (SELECT v.found FROM pg_temp.stamp_nr_values v WHERE v.key_1 = stamp.code) WHERE nr IS NULL AND code >= low_1;
                EXIT;
            END IF;
            UPDATE stamp SET nr = (SELECT v.found FROM pg_temp.stamp_nr_values v WHERE v.key_1 = stamp.code) WHERE nr IS NULL AND code >= low_1 AND code < high_1;
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

DROP TABLE IF EXISTS pg_temp.stamp_nr_values;
RESET statement_timeout;

-- accrete:step 16 transaction stamp: validate stamp_nr_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_nr_present;
COMMIT;

-- accrete:step 17 transaction locks=stamp stamp.nr: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN nr SET NOT NULL;
ALTER TABLE stamp DROP CONSTRAINT stamp_nr_present;
COMMIT;

-- accrete:step 18 autocommit index=city_country_new_idx city: build index city_country_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY city_country_new_idx ON city (country, nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 19 transaction locks=city city: change primary key city_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE city DROP CONSTRAINT city_pkey,
    ADD CONSTRAINT city_pkey PRIMARY KEY USING INDEX city_country_new_idx;
COMMIT;

-- accrete:step 20 autocommit index=mayor_city_id_new_idx mayor: build index mayor_city_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY mayor_city_id_new_idx ON mayor (city_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 21 transaction locks=mayor mayor: change primary key mayor_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE mayor DROP CONSTRAINT mayor_pkey,
    ADD CONSTRAINT mayor_pkey PRIMARY KEY USING INDEX mayor_city_id_new_idx;
COMMIT;

-- accrete:step 22 autocommit index=stamp_country_new_idx stamp: build index stamp_country_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY stamp_country_new_idx ON stamp (country, nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 23 transaction locks=stamp stamp: change primary key stamp_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE stamp DROP CONSTRAINT stamp_pkey,
    ADD CONSTRAINT stamp_pkey PRIMARY KEY USING INDEX stamp_country_new_idx;
COMMIT;

-- accrete:step 24 transaction locks=city city.id: drop column; city.town_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE city DROP COLUMN id;
ALTER TABLE city DROP COLUMN town_id;
COMMIT;

-- accrete:step 25 transaction locks=mayor mayor.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mayor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mayor DROP COLUMN id;
COMMIT;

-- accrete:step 26 transaction locks=stamp stamp.code: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp DROP COLUMN code;
COMMIT;
