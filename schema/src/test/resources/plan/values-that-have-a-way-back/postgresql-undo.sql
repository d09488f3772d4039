-- accrete:undo V0002 case postgresql
-- accrete:model 1:cdb5d2eebcc1b3037f4405b0dbc6eece
-- accrete:verdict breaking
--
-- Changes
--   mood         create type
--   item.vip     drop not null                                                                                       Item.vip
--   item.price   drop not null                                                                                       Item.price
--   item.code    drop not null                                                                                       Item.code
--   item.vip     change check to [vip in ('N','Y')]                                                                  Item.vip
--   item.vip     change type from boolean to varchar(1), using case vip when true then 'Y' when false then 'N' end   Item.vip
--   item.price   change type from varchar(20) to numeric(10,2), using CASE WHEN price <> '' AND regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') = '' THEN CAST(price AS numeric(10,2)) END   Item.price
--   item.mood    change type from ordinal('ok','sad','new') to type mood, using CAST(CASE mood WHEN 0 THEN 'ok' WHEN 1 THEN 'sad' WHEN 2 THEN 'sad' END AS mood)   Item.mood
--   item.code    change type from varchar(20) to integer, using CASE WHEN code <> '' AND regexp_replace(code, '^-?[0-9]+$', '') = '' THEN CAST(code AS integer) END   Item.code
-- Locks
--   item         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] item.vip: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.vip: the running version of the application may write values that no longer fit
--   [ACC-H210] item.vip: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] item.price: the running version of the application may write values that no longer fit
--   [ACC-H210] item.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] item.mood: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.mood: the running version of the application may write values that no longer fit
--   [ACC-H210] item.mood: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] item.code: the running version of the application may write values that no longer fit
--   [ACC-H210] item.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   item.code: what the conversion of its values left out
--   item.mood: what the conversion of its values left out
--   item.price: what the conversion of its values left out
--   item.vip: what the conversion of its values left out
-- Rows that stop this
--   item.price: more than numeric(10,2) holds
--     SELECT * FROM item WHERE CASE WHEN price <> '' AND regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') = '' THEN abs(CAST(price AS numeric)) >= 100000000 END;
--   item.code: more than integer holds
--     SELECT * FROM item WHERE CASE WHEN code <> '' AND regexp_replace(code, '^-?[0-9]+$', '') = '' THEN CAST(code AS numeric) NOT BETWEEN -2147483648 AND 2147483647 END;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create mood, which nobody uses yet
BEGIN;
CREATE TYPE mood AS ENUM ('sad','ok');
CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
CREATE CAST (mood AS varchar) WITH INOUT AS IMPLICIT;
COMMIT;

-- accrete:step 2 transaction locks=item item.code: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_code_next integer;

CREATE FUNCTION item_code_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.item_code_next := (SELECT CASE WHEN code <> '' AND regexp_replace(code, '^-?[0-9]+$', '') = '' THEN CAST(code AS integer) END FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_code_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_code_sync();
COMMIT;

-- accrete:step 3 autocommit item.code: convert rows that exist
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
                UPDATE item SET item_code_next = CASE WHEN code <> '' AND regexp_replace(code, '^-?[0-9]+$', '') = '' THEN CAST(code AS integer) END WHERE item_code_next IS NULL AND code IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_code_next = CASE WHEN code <> '' AND regexp_replace(code, '^-?[0-9]+$', '') = '' THEN CAST(code AS integer) END WHERE item_code_next IS NULL AND code IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 autocommit item.code: gather statistics
ANALYZE item (item_code_next);

-- accrete:step 5 transaction locks=item item.code: change type to integer
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

-- accrete:step 6 transaction locks=item item.mood: change type to mood
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE item DROP CONSTRAINT item_mood_check,
    ALTER COLUMN mood TYPE mood USING CAST(CASE mood WHEN 0 THEN 'ok' WHEN 1 THEN 'sad' WHEN 2 THEN 'sad' END AS mood);
COMMIT;

-- accrete:step 7 transaction locks=item item.price: add a column of type numeric(10,2) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN item_price_next numeric(10,2);

CREATE FUNCTION item_price_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.item_price_next := (SELECT CASE WHEN price <> '' AND regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') = '' THEN CAST(price AS numeric(10,2)) END FROM (SELECT NEW.*) AS item);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER item_price_sync BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION item_price_sync();
COMMIT;

-- accrete:step 8 autocommit item.price: convert rows that exist
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
                UPDATE item SET item_price_next = CASE WHEN price <> '' AND regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') = '' THEN CAST(price AS numeric(10,2)) END WHERE item_price_next IS NULL AND price IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET item_price_next = CASE WHEN price <> '' AND regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') = '' THEN CAST(price AS numeric(10,2)) END WHERE item_price_next IS NULL AND price IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 autocommit item.price: gather statistics
ANALYZE item (item_price_next);

-- accrete:step 10 transaction locks=item item.price: change type to numeric(10,2)
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

-- accrete:step 11 transaction locks=item item.vip: change type to varchar(1)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE item ALTER COLUMN vip TYPE varchar(1) USING case vip when true then 'Y' when false then 'N' end,
    ALTER COLUMN vip DROP NOT NULL,
    ADD CONSTRAINT item_vip_check CHECK (vip in ('N','Y')) NOT VALID;
COMMIT;

-- accrete:step 12 transaction item: validate item_vip_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_vip_check;
COMMIT;
