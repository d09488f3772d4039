-- accrete:migration V0002 case postgresql
-- accrete:model 1:af8c932c018048f50381c36e586aacec
-- accrete:verdict breaking
--
-- Changes
--   target                drop unique constraint target_analysis_id_product_id_key (analysis_id, product_id)   Target
--   approved.product_id   replace values, using coalesce((select p.id from product p where p.id = approved.product_id), (select x.id from (select p.id, row_number() over (order by p.id) as n from product p where not exists (select 1 from approved c where c.product_id = p.id)) x join (select o.id as k1, row_number() over (partition by o.kind order by o.id) as n from approved o where not exists (select 1 from product p where o.product_id = p.id)) y on y.n = x.n where y.k1 = approved.id))   Approved.productId
--   target.product_id     replace values, using (select p.id from product p where p.id = target.product_id)    Target.productId
--   target.product_id     set not null, existing rows: case when row_number() over (partition by analysis_id) <= (select count(*) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id)) then (select array_agg(p.id order by p.id) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id))[row_number() over (partition by analysis_id)] end   Target.productId
--   target                add primary key target_pkey (analysis_id, product_id)                                Target
--   approved              add foreign key approved_product_id_fkey (product_id) to product                     Approved
--   target                add foreign key target_product_id_fkey (product_id) to product                       Target
-- Locks
--   approved              ACCESS EXCLUSIVE, instant
--   approved              SHARE UPDATE EXCLUSIVE, scan
--   product               SHARE ROW EXCLUSIVE, instant
--   target                ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] target.product_id: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H203] target.product_id: writes of the running version that leave the column empty fail
--   [ACC-H501] target.product_id: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H205] approved: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H205] target: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] target: no index starts with [product_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   approved.product_id: no value, where none is found for them (no query finds them before)
--   target.product_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=target target: drop unique key target_analysis_id_product_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target DROP CONSTRAINT target_analysis_id_product_id_key;
COMMIT;

-- accrete:step 2 transaction locks=approved approved.product_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved ADD COLUMN approved_product_id_next bigint;

CREATE FUNCTION approved_product_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.product_id IS NOT DISTINCT FROM OLD.product_id AND NEW.kind IS NOT DISTINCT FROM OLD.kind THEN
        RETURN NEW;
    END IF;
    NEW.approved_product_id_next := (SELECT coalesce((select p.id from product p where p.id = approved.product_id), (select x.id from (select p.id, row_number() over (order by p.id) as n from product p where not exists (select 1 from approved c where c.product_id = p.id)) x join (select o.id as k1, row_number() over (partition by o.kind order by o.id) as n from approved o where not exists (select 1 from product p where o.product_id = p.id)) y on y.n = x.n where y.k1 = approved.id)) FROM (SELECT NEW.*) AS approved);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER approved_product_id_sync BEFORE INSERT OR UPDATE ON approved FOR EACH ROW EXECUTE FUNCTION approved_product_id_sync();
COMMIT;

-- accrete:step 3 autocommit approved.product_id: convert rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.approved_approved_product_id_next_list1;

CREATE TEMPORARY TABLE approved_approved_product_id_next_list1 AS
    select p.id, row_number() over (order by p.id) as n from product p where not exists (select 1 from approved c where c.product_id = p.id);

CREATE INDEX IF NOT EXISTS approved_approved_product_id_next_list1_id ON pg_temp.approved_approved_product_id_next_list1 (id);
CREATE INDEX IF NOT EXISTS approved_approved_product_id_next_list1_n ON pg_temp.approved_approved_product_id_next_list1 (n);
DROP TABLE IF EXISTS pg_temp.approved_approved_product_id_next_list2;

CREATE TEMPORARY TABLE approved_approved_product_id_next_list2 AS
    select o.id as k1, row_number() over (partition by o.kind order by o.id) as n from approved o where not exists (select 1 from product p where o.product_id = p.id);

CREATE INDEX IF NOT EXISTS approved_approved_product_id_next_list2_n ON pg_temp.approved_approved_product_id_next_list2 (n);
CREATE INDEX IF NOT EXISTS approved_approved_product_id_next_list2_k1 ON pg_temp.approved_approved_product_id_next_list2 (k1);

DO $accrete$
DECLARE
    low_1 approved.id%TYPE;
    high_1 approved.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM approved ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM approved WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE approved SET approved_product_id_next = coalesce((select p.id from product p where p.id = approved.product_id), (select x.id from pg_temp.approved_approved_product_id_next_list1 x join pg_temp.approved_approved_product_id_next_list2 y on y.n = x.n where y.k1 = approved.id)) WHERE approved_product_id_next IS NULL AND product_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE approved SET approved_product_id_next = coalesce((select p.id from product p where p.id = approved.product_id), (select x.id from pg_temp.approved_approved_product_id_next_list1 x join pg_temp.approved_approved_product_id_next_list2 y on y.n = x.n where y.k1 = approved.id)) WHERE approved_product_id_next IS NULL AND product_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.approved_approved_product_id_next_list1;
DROP TABLE IF EXISTS pg_temp.approved_approved_product_id_next_list2;
RESET statement_timeout;

-- accrete:step 4 autocommit index=approved_product_id_kind_key_product_id_next approved: build index approved_product_id_kind_key_product_id_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY approved_product_id_kind_key_product_id_next ON approved (approved_product_id_next, kind);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=approved approved.approved_product_id_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved ADD CONSTRAINT approved_approved_product_id_next_present CHECK (approved_product_id_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 transaction approved: validate approved_approved_product_id_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE approved VALIDATE CONSTRAINT approved_approved_product_id_next_present;
COMMIT;

-- accrete:step 7 transaction locks=approved approved.approved_product_id_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved ALTER COLUMN approved_product_id_next SET NOT NULL;
ALTER TABLE approved DROP CONSTRAINT approved_approved_product_id_next_present;
COMMIT;

-- accrete:step 8 autocommit approved.product_id: gather statistics
ANALYZE approved (approved_product_id_next);

-- accrete:step 9 transaction locks=approved approved.product_id: replace its values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER approved_product_id_sync ON approved;
DROP FUNCTION approved_product_id_sync();
ALTER TABLE approved DROP COLUMN product_id;
ALTER TABLE approved RENAME COLUMN approved_product_id_next TO product_id;
ALTER TABLE approved ADD CONSTRAINT approved_product_id_kind_key UNIQUE USING INDEX approved_product_id_kind_key_product_id_next;
COMMIT;

-- accrete:step 10 transaction locks=target target.product_id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target ADD COLUMN target_product_id_next bigint;

CREATE FUNCTION target_product_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.product_id IS NOT DISTINCT FROM OLD.product_id THEN
        RETURN NEW;
    END IF;
    NEW.target_product_id_next := (SELECT (select p.id from product p where p.id = target.product_id) FROM (SELECT NEW.*) AS target);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER target_product_id_sync BEFORE INSERT OR UPDATE ON target FOR EACH ROW EXECUTE FUNCTION target_product_id_sync();
COMMIT;

-- accrete:step 11 autocommit target.product_id: look up the values of rows that exist
SET statement_timeout = 0;
UPDATE target SET target_product_id_next = (select p.id from product p where p.id = target.product_id) WHERE target_product_id_next IS NULL AND product_id IS NOT NULL;
RESET statement_timeout;

-- accrete:step 12 transaction locks=target target.product_id: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER target_product_id_sync ON target;
DROP FUNCTION target_product_id_sync();
ALTER TABLE target ALTER COLUMN product_id TYPE bigint USING target_product_id_next;
ALTER TABLE target DROP COLUMN target_product_id_next;
COMMIT;

-- accrete:step 13 autocommit target.product_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.target_product_id_values;

CREATE TEMPORARY TABLE target_product_id_values AS
    SELECT ctid AS key_1, case when row_number() over (partition by analysis_id) <= (select count(*) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id)) then (select array_agg(p.id order by p.id) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id))[row_number() over (partition by analysis_id)] end AS found
    FROM target
    WHERE product_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS target_product_id_place ON pg_temp.target_product_id_values (key_1);
UPDATE target SET product_id = (SELECT v.found FROM pg_temp.target_product_id_values v WHERE v.key_1 = target.ctid) WHERE product_id IS NULL;
DROP TABLE IF EXISTS pg_temp.target_product_id_values;
RESET statement_timeout;

-- accrete:step 14 transaction locks=target target.product_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target ADD CONSTRAINT target_product_id_present CHECK (product_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 15 autocommit target.product_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.target_product_id_values;

CREATE TEMPORARY TABLE target_product_id_values AS
    SELECT ctid AS key_1, case when row_number() over (partition by analysis_id) <= (select count(*) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id)) then (select array_agg(p.id order by p.id) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id))[row_number() over (partition by analysis_id)] end AS found
    FROM target
    WHERE product_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS target_product_id_place ON pg_temp.target_product_id_values (key_1);
UPDATE target SET product_id = (SELECT v.found FROM pg_temp.target_product_id_values v WHERE v.key_1 = target.ctid) WHERE product_id IS NULL;
DROP TABLE IF EXISTS pg_temp.target_product_id_values;
RESET statement_timeout;

-- accrete:step 16 transaction target: validate target_product_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE target VALIDATE CONSTRAINT target_product_id_present;
COMMIT;

-- accrete:step 17 transaction locks=target target.product_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target ALTER COLUMN product_id SET NOT NULL;
ALTER TABLE target DROP CONSTRAINT target_product_id_present;
COMMIT;

-- accrete:step 18 autocommit index=target_pkey target: build index target_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY target_pkey ON target (analysis_id, product_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 19 transaction locks=target target: add primary key target_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target ADD CONSTRAINT target_pkey PRIMARY KEY USING INDEX target_pkey;
COMMIT;

-- accrete:step 20 transaction locks=approved,product approved: add foreign key approved_product_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved, product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved ADD CONSTRAINT approved_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id) NOT VALID;
COMMIT;

-- accrete:step 21 transaction approved: validate approved_product_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE approved VALIDATE CONSTRAINT approved_product_id_fkey;
COMMIT;

-- accrete:step 22 transaction locks=product,target target: add foreign key target_product_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product, target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target ADD CONSTRAINT target_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id) NOT VALID;
COMMIT;

-- accrete:step 23 transaction target: validate target_product_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE target VALIDATE CONSTRAINT target_product_id_fkey;
COMMIT;
