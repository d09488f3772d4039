-- accrete:migration V0002 case postgresql
-- accrete:model 1:8d700c8bb9fe7f553aa9a7c8ffb61fab
-- accrete:verdict breaking
--
-- Changes
--   place             create table                                                                      Place
--   place             fill with (country, no, code) select country, no, row_number() over (order by country, no) from (select distinct from_country as country, 0 as no from line union select distinct 0 as country, to_no as no from line) found   Place
--   line.from_no      add column bigint not null, existing rows: (select p.no from place p where p.country = line.from_country order by p.country, p.no fetch first row only)   Line.fromNo
--   line.to_country   add column bigint not null, existing rows: (select p.country from place p where p.no = line.to_no order by p.country, p.no fetch first row only)   Line.toCountry
--   line              add foreign key line_from_country_from_no_fkey (from_country, from_no) to place   Line
--   line              add foreign key line_to_country_to_no_fkey (to_country, to_no) to place           Line
-- Locks
--   line              ACCESS EXCLUSIVE, instant
--   line              SHARE UPDATE EXCLUSIVE, scan
--   place             SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] place: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] line.from_no: inserts of the running version leave the new column out and fail
--   [ACC-H203] line.to_country: inserts of the running version leave the new column out and fail
--   [ACC-H401] line: no index starts with [from_country, from_no], so each delete of a referenced row reads the whole table
--   [ACC-H401] line: no index starts with [to_country, to_no], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   place: the same country, no in rows that it takes over
--     SELECT country, no, count(*) FROM (SELECT country, no FROM (select country, no, row_number() over (order by country, no) from (select distinct from_country as country, 0 as no from line union select distinct 0 as country, to_no as no from line) found) taken(country, no, code)) found WHERE country IS NOT NULL AND no IS NOT NULL GROUP BY country, no HAVING count(*) > 1;
--   line.from_no: no value, where none is found for them (no query finds them before)
--   line.to_country: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create place, which nobody uses yet
BEGIN;
CREATE TABLE place (
    country bigint NOT NULL,
    no bigint NOT NULL,
    code bigint NOT NULL,
    CONSTRAINT place_pkey PRIMARY KEY (country, no),
    CONSTRAINT place_code_key UNIQUE (code)
);
COMMIT;

-- accrete:step 2 transaction place: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO place (country, no, code) select country, no, row_number() over (order by country, no) from (select distinct from_country as country, 0 as no from line union select distinct 0 as country, to_no as no from line) found;
COMMIT;

-- accrete:step 3 transaction locks=line line.from_no: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD COLUMN from_no bigint;
COMMIT;

-- accrete:step 4 autocommit line.from_no: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET from_no = (select p.no from place p where p.country = line.from_country order by p.country, p.no fetch first row only) WHERE from_no IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET from_no = (select p.no from place p where p.country = line.from_country order by p.country, p.no fetch first row only) WHERE from_no IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=line line.from_no: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_from_no_present CHECK (from_no IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit line.from_no: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET from_no = (select p.no from place p where p.country = line.from_country order by p.country, p.no fetch first row only) WHERE from_no IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET from_no = (select p.no from place p where p.country = line.from_country order by p.country, p.no fetch first row only) WHERE from_no IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction line: validate line_from_no_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_from_no_present;
COMMIT;

-- accrete:step 8 transaction locks=line line.from_no: set not null; line.to_country: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN from_no SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_from_no_present;
ALTER TABLE line ADD COLUMN to_country bigint;
COMMIT;

-- accrete:step 9 autocommit line.to_country: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET to_country = (select p.country from place p where p.no = line.to_no order by p.country, p.no fetch first row only) WHERE to_country IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET to_country = (select p.country from place p where p.no = line.to_no order by p.country, p.no fetch first row only) WHERE to_country IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 transaction locks=line line.to_country: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_to_country_present CHECK (to_country IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 11 autocommit line.to_country: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET to_country = (select p.country from place p where p.no = line.to_no order by p.country, p.no fetch first row only) WHERE to_country IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET to_country = (select p.country from place p where p.no = line.to_no order by p.country, p.no fetch first row only) WHERE to_country IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 transaction line: validate line_to_country_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_to_country_present;
COMMIT;

-- accrete:step 13 transaction locks=line line.to_country: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN to_country SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_to_country_present;
COMMIT;

-- accrete:step 14 transaction locks=line,place line: add foreign key line_from_country_from_no_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_from_country_from_no_fkey FOREIGN KEY (from_country, from_no) REFERENCES place (country, no) NOT VALID;
COMMIT;

-- accrete:step 15 transaction line: validate line_from_country_from_no_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_from_country_from_no_fkey;
COMMIT;

-- accrete:step 16 transaction locks=line,place line: add foreign key line_to_country_to_no_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_to_country_to_no_fkey FOREIGN KEY (to_country, to_no) REFERENCES place (country, no) NOT VALID;
COMMIT;

-- accrete:step 17 transaction line: validate line_to_country_to_no_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_to_country_to_no_fkey;
COMMIT;
