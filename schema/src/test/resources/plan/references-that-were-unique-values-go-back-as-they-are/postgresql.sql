-- accrete:migration V0002 case postgresql
-- accrete:model 1:427da92a4df9d4ff521fd8787dd89e59
-- accrete:verdict breaking
--
-- Changes
--   approved.product_id   replace values, using coalesce((select p.id from product p where p.id = approved.product_id), (select id from product order by id fetch first row only))   Approved.productId
--   approved              add foreign key approved_product_id_fkey (product_id) to product   Approved
-- Locks
--   approved              ACCESS EXCLUSIVE, instant
--   approved              SHARE UPDATE EXCLUSIVE, scan
--   product               SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] approved.product_id: the running version of the application may write values that no longer fit
--   [ACC-H205] approved: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   approved.product_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=approved approved.product_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved ADD COLUMN approved_product_id_next uuid;

CREATE FUNCTION approved_product_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.product_id IS NOT DISTINCT FROM OLD.product_id THEN
        RETURN NEW;
    END IF;
    NEW.approved_product_id_next := (SELECT coalesce((select p.id from product p where p.id = approved.product_id), (select id from product order by id fetch first row only)) FROM (SELECT NEW.*) AS approved);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER approved_product_id_sync BEFORE INSERT OR UPDATE ON approved FOR EACH ROW EXECUTE FUNCTION approved_product_id_sync();
COMMIT;

-- accrete:step 2 autocommit approved.product_id: convert rows that exist
SET statement_timeout = 0;

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
                UPDATE approved SET approved_product_id_next = coalesce((select p.id from product p where p.id = approved.product_id), (select id from product order by id fetch first row only)) WHERE approved_product_id_next IS NULL AND product_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE approved SET approved_product_id_next = coalesce((select p.id from product p where p.id = approved.product_id), (select id from product order by id fetch first row only)) WHERE approved_product_id_next IS NULL AND product_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit index=approved_product_id_kind_key_product_id_next approved: build index approved_product_id_kind_key_product_id_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY approved_product_id_kind_key_product_id_next ON approved (approved_product_id_next, kind);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=approved approved.approved_product_id_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved ADD CONSTRAINT approved_approved_product_id_next_present CHECK (approved_product_id_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 transaction approved: validate approved_approved_product_id_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE approved VALIDATE CONSTRAINT approved_approved_product_id_next_present;
COMMIT;

-- accrete:step 6 transaction locks=approved approved.approved_product_id_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved ALTER COLUMN approved_product_id_next SET NOT NULL;
ALTER TABLE approved DROP CONSTRAINT approved_approved_product_id_next_present;
COMMIT;

-- accrete:step 7 autocommit approved.product_id: gather statistics
ANALYZE approved (approved_product_id_next);

-- accrete:step 8 transaction locks=approved approved.product_id: replace its values
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

-- accrete:step 9 transaction locks=approved,product approved: add foreign key approved_product_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved, product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved ADD CONSTRAINT approved_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id) NOT VALID;
COMMIT;

-- accrete:step 10 transaction approved: validate approved_product_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE approved VALIDATE CONSTRAINT approved_product_id_fkey;
COMMIT;
