-- accrete:undo V0002 case postgresql
-- accrete:model 1:1262cf55613ed4b0fc2aad2429942d87
-- accrete:verdict breaking
--
-- Changes
--   item.parent   change type from varchar(20) to bigint, using CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS bigint) ELSE CAST((SELECT min(id) FROM item) AS bigint) END   Item.parent
--   item          add foreign key item_parent_fkey (parent) to item   Item
-- Locks
--   item          ACCESS EXCLUSIVE, instant
--   item          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] item.parent: the running version of the application may write values that no longer fit
--   [ACC-H210] item.parent: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] item: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] item: no index starts with [parent], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   item.parent: what the conversion of its values left out
-- Rows that stop this
--   item.parent: more than bigint holds
--     SELECT * FROM item WHERE CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS numeric) NOT BETWEEN -9223372036854775808 AND 9223372036854775807 END;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=item item.parent: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_parent_next bigint;

CREATE FUNCTION item_parent_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.parent IS NOT DISTINCT FROM OLD.parent THEN
        RETURN NEW;
    END IF;
    NEW.item_parent_next := (SELECT CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS bigint) ELSE CAST((SELECT min(id) FROM item) AS bigint) END FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_parent_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_parent_sync();
COMMIT;

-- accrete:step 2 autocommit item.parent: convert rows that exist
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
                UPDATE item SET item_parent_next = CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS bigint) ELSE CAST((SELECT min(id) FROM item) AS bigint) END WHERE item_parent_next IS NULL AND parent IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_parent_next = CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS bigint) ELSE CAST((SELECT min(id) FROM item) AS bigint) END WHERE item_parent_next IS NULL AND parent IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=item item.item_parent_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_item_parent_next_present CHECK (item_parent_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction item: validate item_item_parent_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_item_parent_next_present;
COMMIT;

-- accrete:step 5 transaction locks=item item.item_parent_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN item_parent_next SET NOT NULL;
ALTER TABLE item DROP CONSTRAINT item_item_parent_next_present;
COMMIT;

-- accrete:step 6 autocommit item.parent: gather statistics
ANALYZE item (item_parent_next);

-- accrete:step 7 transaction locks=item item.parent: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER item_parent_sync ON item;
DROP FUNCTION item_parent_sync();
ALTER TABLE item DROP COLUMN parent;
ALTER TABLE item RENAME COLUMN item_parent_next TO parent;
COMMIT;

-- accrete:step 8 transaction locks=item item: add foreign key item_parent_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_parent_fkey FOREIGN KEY (parent) REFERENCES item (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction item: validate item_parent_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_parent_fkey;
COMMIT;
