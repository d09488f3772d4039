-- accrete:migration V0002 case postgresql
-- accrete:model 1:e0b6a521832f08b63e0df609bc4db2ae
-- accrete:verdict breaking
--
-- Changes
--   item.code    change type from integer to varchar(20), using cast(code as varchar(20))          Item.code
--   item.mood    change type from type mood to ordinal('ok','sad','new'), using case mood when 'sad' then 1 when 'ok' then 0 end   Item.mood
--   item.price   change type from numeric(10,2) to varchar(20), using cast(price as varchar(20))   Item.price
--   item.vip     change type from varchar(1) to boolean, using cast(vip as boolean)                Item.vip
--   item.vip     drop check                                                                        Item.vip
--   item.code    set not null, existing rows: ''                                                   Item.code
--   item.price   set not null, existing rows: '?'                                                  Item.price
--   item.vip     set not null, existing rows: false                                                Item.vip
--   mood         drop type
-- Locks
--   item         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.code: the running version of the application may write values that no longer fit
--   [ACC-H210] item.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] item.mood: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.mood: the running version of the application may write values that no longer fit
--   [ACC-H210] item.mood: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] item.price: the running version of the application may write values that no longer fit
--   [ACC-H210] item.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] item.vip: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.vip: the running version of the application may write values that no longer fit
--   [ACC-H210] item.vip: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H203] item.code: writes of the running version that leave the column empty fail
--   [ACC-H203] item.price: writes of the running version that leave the column empty fail
--   [ACC-H203] item.vip: writes of the running version that leave the column empty fail
-- Rows that stop this
--   item.vip: texts that are no boolean (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=item item.code: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_code_next varchar(20);

CREATE FUNCTION item_code_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.item_code_next := (SELECT coalesce(cast(code as varchar(20)), '') FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_code_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_code_sync();
COMMIT;

-- accrete:step 2 autocommit item.code: convert rows that exist
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
                UPDATE item SET item_code_next = coalesce(cast(code as varchar(20)), '') WHERE item_code_next IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_code_next = coalesce(cast(code as varchar(20)), '') WHERE item_code_next IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=item item.item_code_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_item_code_next_present CHECK (item_code_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction item: validate item_item_code_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_item_code_next_present;
COMMIT;

-- accrete:step 5 transaction locks=item item.item_code_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN item_code_next SET NOT NULL;
ALTER TABLE item DROP CONSTRAINT item_item_code_next_present;
COMMIT;

-- accrete:step 6 autocommit item.code: gather statistics
ANALYZE item (item_code_next);

-- accrete:step 7 transaction locks=item item.code: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER item_code_sync ON item;
DROP FUNCTION item_code_sync();
ALTER TABLE item DROP COLUMN code;
ALTER TABLE item RENAME COLUMN item_code_next TO code;
COMMIT;

-- accrete:step 8 transaction locks=item item.mood: change type to smallint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE item ALTER COLUMN mood TYPE smallint USING case mood when 'sad' then 1 when 'ok' then 0 end,
    ADD CONSTRAINT item_mood_check CHECK (mood between 0 and 2) NOT VALID;
COMMIT;

-- accrete:step 9 transaction item: validate item_mood_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_mood_check;
COMMIT;

-- accrete:step 10 transaction locks=item item.price: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_price_next varchar(20);

CREATE FUNCTION item_price_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.item_price_next := (SELECT coalesce(cast(price as varchar(20)), '?') FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_price_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_price_sync();
COMMIT;

-- accrete:step 11 autocommit item.price: convert rows that exist
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
                UPDATE item SET item_price_next = coalesce(cast(price as varchar(20)), '?') WHERE item_price_next IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_price_next = coalesce(cast(price as varchar(20)), '?') WHERE item_price_next IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 transaction locks=item item.item_price_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_item_price_next_present CHECK (item_price_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 13 transaction item: validate item_item_price_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_item_price_next_present;
COMMIT;

-- accrete:step 14 transaction locks=item item.item_price_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN item_price_next SET NOT NULL;
ALTER TABLE item DROP CONSTRAINT item_item_price_next_present;
COMMIT;

-- accrete:step 15 autocommit item.price: gather statistics
ANALYZE item (item_price_next);

-- accrete:step 16 transaction locks=item item.price: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER item_price_sync ON item;
DROP FUNCTION item_price_sync();
ALTER TABLE item DROP COLUMN price;
ALTER TABLE item RENAME COLUMN item_price_next TO price;
COMMIT;

-- accrete:step 17 transaction locks=item item.vip: change type to boolean
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE item DROP CONSTRAINT item_vip_check,
    ALTER COLUMN vip TYPE boolean USING cast(vip as boolean);
COMMIT;

-- accrete:step 18 autocommit item.vip: fill in rows that exist
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
                UPDATE item SET vip = false WHERE vip IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET vip = false WHERE vip IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 19 transaction locks=item item.vip: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_vip_present CHECK (vip IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 20 autocommit item.vip: fill in rows written meanwhile
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
                UPDATE item SET vip = false WHERE vip IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET vip = false WHERE vip IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 21 transaction item: validate item_vip_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_vip_present;
COMMIT;

-- accrete:step 22 transaction locks=item item.vip: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN vip SET NOT NULL;
ALTER TABLE item DROP CONSTRAINT item_vip_present;
COMMIT;

-- accrete:step 23 transaction drop mood
BEGIN;
DROP CAST (varchar AS mood);
DROP CAST (mood AS varchar);
DROP TYPE mood;
COMMIT;
