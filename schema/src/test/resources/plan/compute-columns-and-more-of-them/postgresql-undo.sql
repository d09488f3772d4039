-- accrete:undo V0002 case postgresql
-- accrete:model 1:d759bf4653ca87e99d2383d6916875bc
-- accrete:verdict breaking
--
-- Changes
--   item           drop unique constraint item_taxed_key (taxed)          Item
--   item.taxed     set comment                                            Item.taxed
--   item.rounded   set comment                                            Item.rounded
--   item.taxed     drop not null                                          Item.taxed
--   item.taxed     generate as id + 1                                     Item.taxed
--   item.rounded   drop generation                                        Item.rounded
--   item.taxed     change type from varchar(80) to bigint, using CASE WHEN taxed <> '' AND regexp_replace(taxed, '^-?[0-9]+$', '') = '' THEN CAST(taxed AS bigint) END   Item.taxed
--   item.rounded   change type from integer to bigint                     Item.rounded
--   item.price     change type from integer to bigint                     Item.price
--   item           add unique constraint item_rounded_key (rounded, id)   Item
--   item           add index item_rounded_idx (rounded, price)            Item
-- Locks
--   item           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] item.taxed: the new expression writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H301] item.taxed: the values that were written into it are gone for good
--   [ACC-H101] item.taxed: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.taxed: the running version of the application may write values that no longer fit
--   [ACC-H210] item.taxed: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] item.rounded: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] item.price: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] item.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   item.price: what the conversion of its values left out
--   item.rounded: what the conversion of its values left out
--   item.taxed: what the conversion of its values left out
-- Rows that stop this
--   item.taxed: more than bigint holds
--     SELECT * FROM item WHERE CASE WHEN taxed <> '' AND regexp_replace(taxed, '^-?[0-9]+$', '') = '' THEN CAST(taxed AS numeric) NOT BETWEEN -9223372036854775808 AND 9223372036854775807 END;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=item item: drop unique key item_taxed_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP CONSTRAINT item_taxed_key;
COMMIT;

-- accrete:step 2 transaction locks=item item.price: change type to bigint
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
        ALTER COLUMN price TYPE bigint USING price::bigint,
        ADD COLUMN sold bigint GENERATED ALWAYS AS (price - 1)%1$s
    $sql$, kind);
END
$accrete$;

COMMENT ON COLUMN item.sold IS 'what it was';
COMMIT;

-- accrete:step 3 transaction locks=item item.rounded: add plain column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_rounded_plain bigint;

CREATE FUNCTION item_rounded_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.item_rounded_plain := (SELECT CAST(id * 10 AS bigint) FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_rounded_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_rounded_sync();
COMMIT;

-- accrete:step 4 autocommit item.item_rounded_plain: fill in rows that exist
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
                UPDATE item SET item_rounded_plain = CAST(rounded AS bigint) WHERE item_rounded_plain IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_rounded_plain = CAST(rounded AS bigint) WHERE item_rounded_plain IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=item item.rounded: replace generated column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER item_rounded_sync ON item;
DROP FUNCTION item_rounded_sync();
ALTER TABLE item DROP COLUMN rounded;
ALTER TABLE item RENAME COLUMN item_rounded_plain TO rounded;
COMMIT;

-- accrete:step 6 transaction item.rounded: comment
BEGIN;
COMMENT ON COLUMN item.rounded IS 'as typed in';
COMMIT;

-- accrete:step 7 transaction locks=item item.taxed: replace column
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
    ALTER TABLE item DROP COLUMN taxed,
        ADD COLUMN taxed bigint GENERATED ALWAYS AS (id + 1)%1$s
    $sql$, kind);
END
$accrete$;

COMMENT ON COLUMN item.taxed IS 'in cents';
COMMIT;

-- accrete:step 8 autocommit index=item_rounded_key item: build index item_rounded_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY item_rounded_key ON item (rounded, id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 9 transaction locks=item item: add unique key item_rounded_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_rounded_key UNIQUE USING INDEX item_rounded_key;
COMMIT;

-- accrete:step 10 autocommit index=item_rounded_idx item: build index item_rounded_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY item_rounded_idx ON item (rounded, price);
RESET statement_timeout;
RESET lock_timeout;
