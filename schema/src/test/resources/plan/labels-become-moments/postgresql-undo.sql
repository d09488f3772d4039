-- accrete:undo V0002 case postgresql
-- accrete:model 1:64e12837ef051cabd6cee4ba0351b4fa
-- accrete:verdict breaking
--
-- Changes
--   mood        create type
--   item.mood   change type from timestamp_with_timezone(6) to type mood, using CAST('sad' AS mood)   Item.mood
-- Locks
--   item        ACCESS EXCLUSIVE, instant
--   item        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] item.mood: the running version of the application may write values that no longer fit
--   [ACC-H210] item.mood: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   item.mood: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create mood, which nobody uses yet
BEGIN;
CREATE TYPE mood AS ENUM ('sad','ok');
CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
CREATE CAST (mood AS varchar) WITH INOUT AS IMPLICIT;
COMMIT;

-- accrete:step 2 transaction locks=item item.mood: add a column of type mood beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_mood_next mood;

CREATE FUNCTION item_mood_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.item_mood_next := (SELECT CAST('sad' AS mood) FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_mood_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_mood_sync();
COMMIT;

-- accrete:step 3 autocommit item.mood: convert rows that exist
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
                UPDATE item SET item_mood_next = CAST('sad' AS mood) WHERE item_mood_next IS NULL AND mood IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_mood_next = CAST('sad' AS mood) WHERE item_mood_next IS NULL AND mood IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=item item.item_mood_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_item_mood_next_present CHECK (item_mood_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 transaction item: validate item_item_mood_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_item_mood_next_present;
COMMIT;

-- accrete:step 6 transaction locks=item item.item_mood_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN item_mood_next SET NOT NULL;
ALTER TABLE item DROP CONSTRAINT item_item_mood_next_present;
COMMIT;

-- accrete:step 7 autocommit item.mood: gather statistics
ANALYZE item (item_mood_next);

-- accrete:step 8 transaction locks=item item.mood: change type to mood
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER item_mood_sync ON item;
DROP FUNCTION item_mood_sync();
ALTER TABLE item DROP COLUMN mood;
ALTER TABLE item RENAME COLUMN item_mood_next TO mood;
COMMIT;
