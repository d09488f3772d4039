-- accrete:undo V0002 case postgresql
-- accrete:model 1:460f3e0be5e413875a3ad5e2270bc515
-- accrete:verdict breaking
--
-- Changes
--   line.region     add column integer not null, existing rows: case when order_no is null then case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p) then (select array_agg(p.region order by p.region, p.no) from orders p)[row_number() over (partition by order_no order by id)] end else case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p where p.no = line.order_no) then (select array_agg(p.region order by p.region, p.no) from orders p where p.no = line.order_no)[row_number() over (partition by order_no order by id)] end end   Line
--   line.order_no   set not null, existing rows: case when row_number() over (order by id) <= (select count(*) from orders p) then (select array_agg(p.no order by p.region, p.no) from orders p)[row_number() over (order by id)] end   Line
--   line            add unique constraint line_region_order_no_key (region, order_no)                      Line
--   line            look up what the references of line_region_order_no_fkey mean, whose keys are others   Line
--   line            add foreign key line_region_order_no_fkey (region, order_no) to orders                 Line
-- Locks
--   line            ACCESS EXCLUSIVE, instant
--   line            SHARE UPDATE EXCLUSIVE, scan
--   orders          SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] line.region: inserts of the running version leave the new column out and fail
--   [ACC-H203] line.order_no: writes of the running version that leave the column empty fail
--   [ACC-H205] line: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   line: look up what the references of line_region_order_no_fkey mean, whose keys are others
--   line.order_no: rows without a value get case when row_number() over (order by id) <= (select count(*) from orders p) then (select array_agg(p.no order by p.region, p.no) from orders p)[row_number() over (order by id)] end
--   line.region: the values that were dropped
-- Rows that stop this
--   line.order_no: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit line.order_no: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.line_order_no_values;

CREATE TEMPORARY TABLE line_order_no_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from orders p) then (select array_agg(p.no order by p.region, p.no) from orders p)[row_number() over (order by id)] end AS found
    FROM line
    WHERE order_no IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS line_order_no_place ON pg_temp.line_order_no_values (key_1);

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
                UPDATE line SET order_no = (SELECT v.found FROM pg_temp.line_order_no_values v WHERE v.key_1 = line.id) WHERE order_no IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET order_no = (SELECT v.found FROM pg_temp.line_order_no_values v WHERE v.key_1 = line.id) WHERE order_no IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.line_order_no_values;
RESET statement_timeout;

-- accrete:step 2 transaction locks=line line.order_no: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_order_no_present CHECK (order_no IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit line.order_no: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.line_order_no_values;

CREATE TEMPORARY TABLE line_order_no_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from orders p) then (select array_agg(p.no order by p.region, p.no) from orders p)[row_number() over (order by id)] end AS found
    FROM line
    WHERE order_no IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS line_order_no_place ON pg_temp.line_order_no_values (key_1);

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
                UPDATE line SET order_no = (SELECT v.found FROM pg_temp.line_order_no_values v WHERE v.key_1 = line.id) WHERE order_no IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET order_no = (SELECT v.found FROM pg_temp.line_order_no_values v WHERE v.key_1 = line.id) WHERE order_no IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.line_order_no_values;
RESET statement_timeout;

-- accrete:step 4 transaction line: validate line_order_no_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_order_no_present;
COMMIT;

-- accrete:step 5 transaction locks=line line.order_no: set not null; line.region: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN order_no SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_order_no_present;
ALTER TABLE line ADD COLUMN region integer;
COMMIT;

-- accrete:step 6 autocommit line.region: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.line_region_values;

CREATE TEMPORARY TABLE line_region_values AS
    SELECT id AS key_1, case when order_no is null then case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p) then (select array_agg(p.region order by p.region, p.no) from orders p)[row_number() over (partition by order_no order by id)] end else case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p where p.no = line.order_no) then (select array_agg(p.region order by p.region, p.no) from orders p where p.no = line.order_no)[row_number() over (partition by order_no order by id)] end end AS found
    FROM line;

CREATE UNIQUE INDEX IF NOT EXISTS line_region_place ON pg_temp.line_region_values (key_1);

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
                UPDATE line SET region = (SELECT v.found FROM pg_temp.line_region_values v WHERE v.key_1 = line.id) WHERE region IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET region = (SELECT v.found FROM pg_temp.line_region_values v WHERE v.key_1 = line.id) WHERE region IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.line_region_values;
RESET statement_timeout;

-- accrete:step 7 transaction locks=line line.region: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_region_present CHECK (region IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 autocommit line.region: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.line_region_values;

CREATE TEMPORARY TABLE line_region_values AS
    SELECT id AS key_1, case when order_no is null then case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p) then (select array_agg(p.region order by p.region, p.no) from orders p)[row_number() over (partition by order_no order by id)] end else case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p where p.no = line.order_no) then (select array_agg(p.region order by p.region, p.no) from orders p where p.no = line.order_no)[row_number() over (partition by order_no order by id)] end end AS found
    FROM line;

CREATE UNIQUE INDEX IF NOT EXISTS line_region_place ON pg_temp.line_region_values (key_1);

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
                UPDATE line SET region = (SELECT v.found FROM pg_temp.line_region_values v WHERE v.key_1 = line.id) WHERE region IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET region = (SELECT v.found FROM pg_temp.line_region_values v WHERE v.key_1 = line.id) WHERE region IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.line_region_values;
RESET statement_timeout;

-- accrete:step 9 transaction line: validate line_region_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_region_present;
COMMIT;

-- accrete:step 10 transaction locks=line line.region: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN region SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_region_present;
COMMIT;

-- accrete:step 11 autocommit index=line_region_order_no_key line: build index line_region_order_no_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY line_region_order_no_key ON line (region, order_no);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 12 transaction locks=line line: add unique key line_region_order_no_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_region_order_no_key UNIQUE USING INDEX line_region_order_no_key;
COMMIT;

-- accrete:step 13 autocommit line: mend references to orders
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
                UPDATE line SET region = (select x.region from (select p.region, row_number() over (order by p.region, p.no) as n from orders p where not exists (select 1 from line c where c.region = p.region and c.order_no = p.no)) x join (select o.id as k1, row_number() over (order by o.id) as n from line o where not exists (select 1 from orders p where o.region = p.region and o.order_no = p.no)) y on y.n = x.n where y.k1 = line.id), order_no = (select x.no from (select p.no, row_number() over (order by p.region, p.no) as n from orders p where not exists (select 1 from line c where c.region = p.region and c.order_no = p.no)) x join (select o.id as k1, row_number() over (order by o.id) as n from line o where not exists (select 1 from orders p where o.region = p.region and o.order_no = p.no)) y on y.n = x.n where y.k1 = line.id) WHERE line.region IS NOT NULL AND line.order_no IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM orders r WHERE r.region = line.region AND r.no = line.order_no) AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET region = (select x.region from (select p.region, row_number() over (order by p.region, p.no) as n from orders p where not exists (select 1 from line c where c.region = p.region and c.order_no = p.no)) x join (select o.id as k1, row_number() over (order by o.id) as n from line o where not exists (select 1 from orders p where o.region = p.region and o.order_no = p.no)) y on y.n = x.n where y.k1 = line.id), order_no = (select x.no from (select p.no, row_number() over (order by p.region, p.no) as n from orders p where not exists (select 1 from line c where c.region = p.region and c.order_no = p.no)) x join (select o.id as k1, row_number() over (order by o.id) as n from line o where not exists (select 1 from orders p where o.region = p.region and o.order_no = p.no)) y on y.n = x.n where y.k1 = line.id) WHERE line.region IS NOT NULL AND line.order_no IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM orders r WHERE r.region = line.region AND r.no = line.order_no) AND id >= low_1 AND id < high_1;
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

-- accrete:step 14 transaction locks=line,orders line: add foreign key line_region_order_no_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_region_order_no_fkey FOREIGN KEY (region, order_no) REFERENCES orders (region, no) NOT VALID;
COMMIT;

-- accrete:step 15 transaction line: validate line_region_order_no_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_region_order_no_fkey;
COMMIT;
