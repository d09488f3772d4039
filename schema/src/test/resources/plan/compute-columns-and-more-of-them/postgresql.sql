-- accrete:migration V0002 case postgresql
-- accrete:model 1:7455a2c814b1c37d4800833d7b9a8f62
-- accrete:verdict breaking
--
-- Changes
--   item           drop index item_rounded_idx (rounded, price)                       Item
--   item           drop unique constraint item_rounded_key (rounded, id)              Item
--   item.price     change type from bigint to integer, using cast(price as integer)   Item.price
--   item.rounded   change type from bigint to integer                                 Item.rounded
--   item.taxed     change type from bigint to varchar(80)                             Item.taxed
--   item.rounded   generate as id * 10                                                Item.rounded
--   item.taxed     drop generation                                                    Item.taxed
--   item.taxed     set not null, existing rows: cast(id as varchar)                   Item.taxed
--   item.rounded   set comment                                                        Item.rounded
--   item.taxed     set comment                                                        Item.taxed
--   item           add unique constraint item_taxed_key (taxed)                       Item
-- Locks
--   item           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] item.price: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.price: the running version of the application may write values that no longer fit
--   [ACC-H210] item.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] item.rounded: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.rounded: the running version of the application may write values that no longer fit
--   [ACC-H210] item.rounded: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] item.taxed: the running version of the application may write values that no longer fit
--   [ACC-H210] item.taxed: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] item.rounded: the new expression writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H301] item.rounded: the values that were written into it are gone for good
--   [ACC-H203] item.taxed: writes of the running version that leave the column empty fail
--   [ACC-H205] item: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   item: the same values in taxed
--     SELECT taxed, count(*) FROM item WHERE taxed IS NOT NULL GROUP BY taxed HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item: drop index item_rounded_idx
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS item_rounded_idx;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 transaction locks=item item: drop unique key item_rounded_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP CONSTRAINT item_rounded_key;
COMMIT;

-- accrete:step 3 transaction locks=item item.price: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
DECLARE
    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000 THEN ' STORED' ELSE '' END;
BEGIN
    EXECUTE format($sql$
    ALTER TABLE item DROP COLUMN sold,
        ALTER COLUMN price TYPE integer USING cast(price as integer),
        ADD COLUMN sold bigint GENERATED ALWAYS AS (price - 1)%1$s
    $sql$, kind);
END
$accrete$;

COMMENT ON COLUMN item.sold IS 'what it was';
COMMIT;

-- accrete:step 4 transaction locks=item item.rounded: replace column
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
DECLARE
    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000 THEN ' STORED' ELSE '' END;
BEGIN
    EXECUTE format($sql$
    ALTER TABLE item DROP COLUMN rounded,
        ADD COLUMN rounded integer GENERATED ALWAYS AS (id * 10)%1$s
    $sql$, kind);
END
$accrete$;

COMMENT ON COLUMN item.rounded IS 'by the database';
COMMIT;

-- accrete:step 5 transaction locks=item item.taxed: add plain column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_taxed_plain varchar(80);

CREATE FUNCTION item_taxed_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.item_taxed_plain := (SELECT coalesce(CAST(id + 1 AS varchar(80)), cast(id as varchar)) FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_taxed_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_taxed_sync();
COMMIT;

-- accrete:step 6 autocommit item.item_taxed_plain: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 item.id%TYPE;
    high_1 item.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM item ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM item WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE item SET item_taxed_plain = coalesce(CAST(taxed AS varchar(80)), cast(id as varchar)) WHERE item_taxed_plain IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_taxed_plain = coalesce(CAST(taxed AS varchar(80)), cast(id as varchar)) WHERE item_taxed_plain IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction locks=item item.item_taxed_plain: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_item_taxed_plain_present CHECK (item_taxed_plain IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 transaction item: validate item_item_taxed_plain_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_item_taxed_plain_present;
COMMIT;

-- accrete:step 9 transaction locks=item item.item_taxed_plain: set not null; item.taxed: replace generated column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN item_taxed_plain SET NOT NULL;
ALTER TABLE item DROP CONSTRAINT item_item_taxed_plain_present;
DROP TRIGGER item_taxed_sync ON item;
DROP FUNCTION item_taxed_sync();
ALTER TABLE item DROP COLUMN taxed;
ALTER TABLE item RENAME COLUMN item_taxed_plain TO taxed;
COMMIT;

-- accrete:step 10 transaction item.taxed: comment
BEGIN;
COMMENT ON COLUMN item.taxed IS 'as printed';
COMMIT;

-- accrete:step 11 autocommit index=item_taxed_key item: build index item_taxed_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY item_taxed_key ON item (taxed);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 12 transaction locks=item item: add unique key item_taxed_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_taxed_key UNIQUE USING INDEX item_taxed_key;
COMMIT;
