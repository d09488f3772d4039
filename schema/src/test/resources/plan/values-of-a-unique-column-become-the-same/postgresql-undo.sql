-- accrete:undo V0002 case postgresql
-- accrete:model 1:1684f6bb513a033ab62991ec5fdd7d1e
-- accrete:verdict breaking
--
-- Changes
--   item.code       drop not null                                        Item.code
--   item.code       replace values, using CASE WHEN code = 0 AND id <> (SELECT id FROM item WHERE code = 0 ORDER BY id FETCH FIRST ROW ONLY) THEN NULL ELSE code END   Item.code
--   item.position   change type from boolean to integer, using (select x.n from (select o.id as k1, row_number() over (order by o.id) as n from item o) x where x.k1 = item.id)   Item.position
--   item            add unique constraint item_position_key (position)   Item
--   item            add unique constraint item_code_key (code)           Item
-- Locks
--   item            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] item.code: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H101] item.position: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.position: the running version of the application may write values that no longer fit
--   [ACC-H210] item.position: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] item: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] item: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   item.position: what the conversion of its values left out
--   item.code: which rows had 0, and which no value: the first that has it keeps it
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=item item.code: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_code_next integer;

CREATE FUNCTION item_code_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.code IS NOT DISTINCT FROM OLD.code THEN
        RETURN NEW;
    END IF;
    NEW.item_code_next := (SELECT CASE WHEN code = 0 AND id <> (SELECT id FROM item WHERE code = 0 ORDER BY id FETCH FIRST ROW ONLY) THEN NULL ELSE code END FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_code_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_code_sync();
COMMIT;

-- accrete:step 2 autocommit item.code: look up the values of rows that exist
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
                UPDATE item SET item_code_next = CASE WHEN code = 0 AND id <> (SELECT id FROM item WHERE code = 0 ORDER BY id FETCH FIRST ROW ONLY) THEN NULL ELSE code END WHERE item_code_next IS NULL AND code IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_code_next = CASE WHEN code = 0 AND id <> (SELECT id FROM item WHERE code = 0 ORDER BY id FETCH FIRST ROW ONLY) THEN NULL ELSE code END WHERE item_code_next IS NULL AND code IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=item item.code: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER item_code_sync ON item;
DROP FUNCTION item_code_sync();

ALTER TABLE item ALTER COLUMN code TYPE integer USING item_code_next,
    ALTER COLUMN code DROP NOT NULL;

ALTER TABLE item DROP COLUMN item_code_next;
COMMIT;

-- accrete:step 4 transaction locks=item item.position: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_position_next integer;

CREATE FUNCTION item_position_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.item_position_next := (SELECT (select x.n from (select o.id as k1, row_number() over (order by o.id) as n from item o) x where x.k1 = item.id) FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_position_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_position_sync();
COMMIT;

-- accrete:step 5 autocommit item.position: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.item_item_position_next_list1;

CREATE TEMPORARY TABLE item_item_position_next_list1 AS
    select o.id as k1, row_number() over (order by o.id) as n from item o;

CREATE INDEX IF NOT EXISTS item_item_position_next_list1_n ON pg_temp.item_item_position_next_list1 (n);
CREATE INDEX IF NOT EXISTS item_item_position_next_list1_k1 ON pg_temp.item_item_position_next_list1 (k1);

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
                UPDATE item SET item_position_next = (select x.n from pg_temp.item_item_position_next_list1 x where x.k1 = item.id) WHERE item_position_next IS NULL AND position IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_position_next = (select x.n from pg_temp.item_item_position_next_list1 x where x.k1 = item.id) WHERE item_position_next IS NULL AND position IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.item_item_position_next_list1;
RESET statement_timeout;

-- accrete:step 6 transaction locks=item item.position: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER item_position_sync ON item;
DROP FUNCTION item_position_sync();
ALTER TABLE item ALTER COLUMN position TYPE integer USING item_position_next;
ALTER TABLE item DROP COLUMN item_position_next;
COMMIT;

-- accrete:step 7 autocommit index=item_code_key item: build index item_code_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY item_code_key ON item (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=item item: add unique key item_code_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_code_key UNIQUE USING INDEX item_code_key;
COMMIT;

-- accrete:step 9 autocommit index=item_position_key item: build index item_position_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY item_position_key ON item (position);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 10 transaction locks=item item: add unique key item_position_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_position_key UNIQUE USING INDEX item_position_key;
COMMIT;
