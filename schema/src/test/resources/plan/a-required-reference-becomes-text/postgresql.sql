-- accrete:migration V0002 case postgresql
-- accrete:model 1:251c982b88bd4d42077b7305a4b524fb
-- accrete:verdict breaking
--
-- Changes
--   item          drop foreign key item_parent_fkey (parent) to item   Item
--   item.parent   change type from bigint to varchar(20)               Item.parent
-- Locks
--   item          ACCESS EXCLUSIVE, instant
--   item          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] item.parent: the running version of the application may write values that no longer fit
--   [ACC-H210] item.parent: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=item item: drop foreign key item_parent_fkey; item.parent: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP CONSTRAINT item_parent_fkey;
ALTER TABLE item ADD COLUMN item_parent_next varchar(20);

CREATE FUNCTION item_parent_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.item_parent_next := (SELECT parent::varchar(20) FROM (SELECT NEW.*) AS item);
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
                UPDATE item SET item_parent_next = parent::varchar(20) WHERE item_parent_next IS NULL AND parent IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_parent_next = parent::varchar(20) WHERE item_parent_next IS NULL AND parent IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction locks=item item.parent: change type to varchar(20)
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
