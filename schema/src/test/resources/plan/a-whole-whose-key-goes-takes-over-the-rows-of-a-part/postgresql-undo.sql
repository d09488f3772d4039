-- accrete:undo V0002 case postgresql
-- accrete:model 1:3533c4019ab52616a5fc7719fce4832c
-- accrete:verdict breaking
--
-- Changes
--   order_.the_id   add column integer not null, existing rows: row_number() over (order by id)   Order
--   detail          drop foreign key detail_id_fkey (id) to order_                                Detail
--   order_          drop primary key order__pkey (id)                                             Order
--   detail.id       change type from uuid to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from thing p) x join (select o.id as k1, row_number() over (order by o.id) as n from detail o) y on y.n = x.n where y.k1 = detail.id)   Detail.id
--   order_.id       drop column                                                                   Order.id
--   order_          add primary key order__pkey (the_id)                                          Order
--   detail          add foreign key detail_id_fkey (id) to thing                                  Detail
-- Locks
--   detail          ACCESS EXCLUSIVE, rewrite
--   order_          ACCESS EXCLUSIVE, instant
--   order_          SHARE UPDATE EXCLUSIVE, scan
--   thing           SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] order_.the_id: inserts of the running version leave the new column out and fail
--   [ACC-H101] detail.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] detail.id: the running version of the application may write values that no longer fit
--   [ACC-H210] detail.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] order_.id: the running version of the application still reads and writes the column
--   [ACC-H301] order_.id: its data is gone for good
--   [ACC-H205] detail: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] detail: the running version fails when it writes references, which are to rows of order_, not of thing
-- Data that does not come back
--   order_.id: all values
--   detail.id: what the conversion of its values left out
--   order_.the_id: the values that were dropped
--   order_: rows that were taken over stay
-- Rows that stop this
--   detail.id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=detail,order_ detail: drop foreign key detail_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail, order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail DROP CONSTRAINT detail_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=detail detail.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail ADD COLUMN detail_id_next bigint;

CREATE FUNCTION detail_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.detail_id_next := (SELECT (select x.id from (select p.id, row_number() over (order by p.id) as n from thing p) x join (select o.id as k1, row_number() over (order by o.id) as n from detail o) y on y.n = x.n where y.k1 = detail.id) FROM (SELECT NEW.*) AS detail);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER detail_id_sync BEFORE INSERT OR UPDATE ON detail FOR EACH ROW EXECUTE FUNCTION detail_id_sync();
COMMIT;

-- accrete:step 3 autocommit detail.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.detail_detail_id_next_list1;

CREATE TEMPORARY TABLE detail_detail_id_next_list1 AS
    select p.id, row_number() over (order by p.id) as n from thing p;

CREATE INDEX IF NOT EXISTS detail_detail_id_next_list1_id ON pg_temp.detail_detail_id_next_list1 (id);
CREATE INDEX IF NOT EXISTS detail_detail_id_next_list1_n ON pg_temp.detail_detail_id_next_list1 (n);
DROP TABLE IF EXISTS pg_temp.detail_detail_id_next_list2;

CREATE TEMPORARY TABLE detail_detail_id_next_list2 AS
    select o.id as k1, row_number() over (order by o.id) as n from detail o;

CREATE INDEX IF NOT EXISTS detail_detail_id_next_list2_n ON pg_temp.detail_detail_id_next_list2 (n);
CREATE INDEX IF NOT EXISTS detail_detail_id_next_list2_k1 ON pg_temp.detail_detail_id_next_list2 (k1);

DO $accrete$
DECLARE
    low_1 detail.id%TYPE;
    high_1 detail.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM detail ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM detail WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE detail SET detail_id_next = (select x.id from pg_temp.detail_detail_id_next_list1 x join pg_temp.detail_detail_id_next_list2 y on y.n = x.n where y.k1 = detail.id) WHERE detail_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE detail SET detail_id_next = (select x.id from pg_temp.detail_detail_id_next_list1 x join pg_temp.detail_detail_id_next_list2 y on y.n = x.n where y.k1 = detail.id) WHERE detail_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.detail_detail_id_next_list1;
DROP TABLE IF EXISTS pg_temp.detail_detail_id_next_list2;
RESET statement_timeout;

-- accrete:step 4 transaction locks=detail detail.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER detail_id_sync ON detail;
DROP FUNCTION detail_id_sync();
ALTER TABLE detail ALTER COLUMN id TYPE bigint USING detail_id_next;
ALTER TABLE detail DROP COLUMN detail_id_next;
COMMIT;

-- accrete:step 5 transaction locks=order_ order_.the_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE order_ ADD COLUMN the_id integer;
COMMIT;

-- accrete:step 6 autocommit order_.the_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.order__the_id_values;

CREATE TEMPORARY TABLE order__the_id_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM order_;

CREATE UNIQUE INDEX IF NOT EXISTS order__the_id_place ON pg_temp.order__the_id_values (key_1);

DO $accrete$
DECLARE
    low_1 order_.id%TYPE;
    high_1 order_.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM order_ ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM order_ WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE order_ SET the_id = (SELECT v.found FROM pg_temp.order__the_id_values v WHERE v.key_1 = order_.id) WHERE the_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE order_ SET the_id = (SELECT v.found FROM pg_temp.order__the_id_values v WHERE v.key_1 = order_.id) WHERE the_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.order__the_id_values;
RESET statement_timeout;

-- accrete:step 7 transaction locks=order_ order_.the_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE order_ ADD CONSTRAINT order__the_id_present CHECK (the_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 autocommit order_.the_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.order__the_id_values;

CREATE TEMPORARY TABLE order__the_id_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM order_;

CREATE UNIQUE INDEX IF NOT EXISTS order__the_id_place ON pg_temp.order__the_id_values (key_1);

DO $accrete$
DECLARE
    low_1 order_.id%TYPE;
    high_1 order_.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM order_ ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM order_ WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE order_ SET the_id = (SELECT v.found FROM pg_temp.order__the_id_values v WHERE v.key_1 = order_.id) WHERE the_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE order_ SET the_id = (SELECT v.found FROM pg_temp.order__the_id_values v WHERE v.key_1 = order_.id) WHERE the_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.order__the_id_values;
RESET statement_timeout;

-- accrete:step 9 transaction order_: validate order__the_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE order_ VALIDATE CONSTRAINT order__the_id_present;
COMMIT;

-- accrete:step 10 transaction locks=order_ order_.the_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE order_ ALTER COLUMN the_id SET NOT NULL;
ALTER TABLE order_ DROP CONSTRAINT order__the_id_present;
COMMIT;

-- accrete:step 11 autocommit index=order__the_id_new_idx order_: build index order__the_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY order__the_id_new_idx ON order_ (the_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 12 transaction locks=order_ order_: change primary key order__pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE order_ DROP CONSTRAINT order__pkey,
    ADD CONSTRAINT order__pkey PRIMARY KEY USING INDEX order__the_id_new_idx;
COMMIT;

-- accrete:step 13 transaction locks=detail,thing detail: add foreign key detail_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail, thing IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail ADD CONSTRAINT detail_id_fkey FOREIGN KEY (id) REFERENCES thing (id) NOT VALID;
COMMIT;

-- accrete:step 14 transaction detail: validate detail_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE detail VALIDATE CONSTRAINT detail_id_fkey;
COMMIT;

-- accrete:step 15 transaction locks=order_ order_.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE order_ DROP COLUMN id;
COMMIT;
