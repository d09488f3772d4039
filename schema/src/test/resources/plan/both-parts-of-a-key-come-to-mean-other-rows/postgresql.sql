-- accrete:migration V0002 case postgresql
-- accrete:model 1:7e1b9c28423527aec4c3a8a36ca3a5ae
-- accrete:verdict breaking
--
-- Changes
--   pair        drop foreign key pair_a_id_fkey (a_id) to odd   Pair
--   pair        drop foreign key pair_b_id_fkey (b_id) to odd   Pair
--   pair.a_id   replace values, using (select x.id from (select p.id, row_number() over (order by p.id) as n from big p) x join (select o.a_id as k1, o.b_id as k2, row_number() over (order by o.a_id, o.b_id) as n from pair o) y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id)   Pair.aId
--   pair.b_id   replace values, using (select x.id from (select p.id, row_number() over (order by p.id) as n from big p) x join (select o.a_id as k1, o.b_id as k2, row_number() over (partition by o.a_id order by o.a_id, o.b_id) as n from pair o) y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id)   Pair.bId
--   pair        add foreign key pair_a_id_fkey (a_id) to big    Pair
--   pair        add foreign key pair_b_id_fkey (b_id) to big    Pair
-- Locks
--   big         SHARE ROW EXCLUSIVE, instant
--   odd         ACCESS EXCLUSIVE, instant
--   pair        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] pair.a_id: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H101] pair.b_id: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H205] pair: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] pair: the running version fails when it writes references, which are to rows of odd, not of big
--   [ACC-H205] pair: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] pair: the running version fails when it writes references, which are to rows of odd, not of big
--   [ACC-H401] pair: no index starts with [b_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   pair.a_id: no value, where none is found for them (no query finds them before)
--   pair.b_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=odd,pair pair: drop foreign key pair_a_id_fkey; pair: drop foreign key pair_b_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE odd, pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair DROP CONSTRAINT pair_a_id_fkey;
ALTER TABLE pair DROP CONSTRAINT pair_b_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=pair pair.pair_a_id_found: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ADD COLUMN pair_a_id_found bigint;
COMMIT;

-- accrete:step 3 autocommit pair.pair_a_id_found: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.pair_pair_a_id_found_list1;

CREATE TEMPORARY TABLE pair_pair_a_id_found_list1 AS
    select p.id, row_number() over (order by p.id) as n from big p;

CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list1_id ON pg_temp.pair_pair_a_id_found_list1 (id);
CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list1_n ON pg_temp.pair_pair_a_id_found_list1 (n);
DROP TABLE IF EXISTS pg_temp.pair_pair_a_id_found_list2;

CREATE TEMPORARY TABLE pair_pair_a_id_found_list2 AS
    select o.a_id as k1, o.b_id as k2, row_number() over (order by o.a_id, o.b_id) as n from pair o;

CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list2_n ON pg_temp.pair_pair_a_id_found_list2 (n);
CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list2_k1 ON pg_temp.pair_pair_a_id_found_list2 (k1);
CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list2_k2 ON pg_temp.pair_pair_a_id_found_list2 (k2);

DO $accrete$
DECLARE
    low_1 pair.a_id%TYPE;
    low_2 pair.b_id%TYPE;
    high_1 pair.a_id%TYPE;
    high_2 pair.b_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT a_id, b_id INTO low_1, low_2 FROM pair ORDER BY a_id, b_id LIMIT 1;
    LOOP
        SELECT a_id, b_id INTO high_1, high_2 FROM pair WHERE (a_id, b_id) >= (low_1, low_2) ORDER BY a_id, b_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE pair SET pair_a_id_found = (select x.id from pg_temp.pair_pair_a_id_found_list1 x join pg_temp.pair_pair_a_id_found_list2 y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id) WHERE pair_a_id_found IS NULL AND (a_id, b_id) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE pair SET pair_a_id_found = (select x.id from pg_temp.pair_pair_a_id_found_list1 x join pg_temp.pair_pair_a_id_found_list2 y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id) WHERE pair_a_id_found IS NULL AND (a_id, b_id) >= (low_1, low_2) AND (a_id, b_id) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.pair_pair_a_id_found_list1;
DROP TABLE IF EXISTS pg_temp.pair_pair_a_id_found_list2;
RESET statement_timeout;

-- accrete:step 4 transaction locks=pair pair.pair_b_id_found: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ADD COLUMN pair_b_id_found bigint;
COMMIT;

-- accrete:step 5 autocommit pair.pair_b_id_found: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.pair_pair_b_id_found_list1;

CREATE TEMPORARY TABLE pair_pair_b_id_found_list1 AS
    select p.id, row_number() over (order by p.id) as n from big p;

CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list1_id ON pg_temp.pair_pair_b_id_found_list1 (id);
CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list1_n ON pg_temp.pair_pair_b_id_found_list1 (n);
DROP TABLE IF EXISTS pg_temp.pair_pair_b_id_found_list2;

CREATE TEMPORARY TABLE pair_pair_b_id_found_list2 AS
    select o.a_id as k1, o.b_id as k2, row_number() over (partition by o.a_id order by o.a_id, o.b_id) as n from pair o;

CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list2_n ON pg_temp.pair_pair_b_id_found_list2 (n);
CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list2_k1 ON pg_temp.pair_pair_b_id_found_list2 (k1);
CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list2_k2 ON pg_temp.pair_pair_b_id_found_list2 (k2);

DO $accrete$
DECLARE
    low_1 pair.a_id%TYPE;
    low_2 pair.b_id%TYPE;
    high_1 pair.a_id%TYPE;
    high_2 pair.b_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT a_id, b_id INTO low_1, low_2 FROM pair ORDER BY a_id, b_id LIMIT 1;
    LOOP
        SELECT a_id, b_id INTO high_1, high_2 FROM pair WHERE (a_id, b_id) >= (low_1, low_2) ORDER BY a_id, b_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE pair SET pair_b_id_found = (select x.id from pg_temp.pair_pair_b_id_found_list1 x join pg_temp.pair_pair_b_id_found_list2 y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id) WHERE pair_b_id_found IS NULL AND (a_id, b_id) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE pair SET pair_b_id_found = (select x.id from pg_temp.pair_pair_b_id_found_list1 x join pg_temp.pair_pair_b_id_found_list2 y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id) WHERE pair_b_id_found IS NULL AND (a_id, b_id) >= (low_1, low_2) AND (a_id, b_id) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.pair_pair_b_id_found_list1;
DROP TABLE IF EXISTS pg_temp.pair_pair_b_id_found_list2;
RESET statement_timeout;

-- accrete:step 6 transaction locks=pair pair.a_id: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ALTER COLUMN a_id TYPE bigint USING pair_a_id_found;
COMMIT;

-- accrete:step 7 transaction locks=pair pair.b_id: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ALTER COLUMN b_id TYPE bigint USING pair_b_id_found;
COMMIT;

-- accrete:step 8 transaction locks=big,pair pair: add foreign key pair_a_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE big, pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ADD CONSTRAINT pair_a_id_fkey FOREIGN KEY (a_id) REFERENCES big (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction pair: validate pair_a_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE pair VALIDATE CONSTRAINT pair_a_id_fkey;
COMMIT;

-- accrete:step 10 transaction locks=big,pair pair: add foreign key pair_b_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE big, pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ADD CONSTRAINT pair_b_id_fkey FOREIGN KEY (b_id) REFERENCES big (id) NOT VALID;
COMMIT;

-- accrete:step 11 transaction pair: validate pair_b_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE pair VALIDATE CONSTRAINT pair_b_id_fkey;
COMMIT;

-- accrete:step 12 transaction locks=pair pair.pair_a_id_found: drop column; pair.pair_b_id_found: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair DROP COLUMN pair_a_id_found;
ALTER TABLE pair DROP COLUMN pair_b_id_found;
COMMIT;
