-- accrete:migration V0002 case postgresql
-- accrete:model 1:d6512abd614bfba6d3464b15f0c8613f
-- accrete:verdict breaking
--
-- Changes
--   item.discount     add column integer not null default 0                   Item.discount
--   item.full_price   add column integer not null, existing rows: price * 2   Item.fullPrice
--   item.level        add column integer not null, existing rows: 1           Item.level
--   item              add check item_check                                    Item
-- Locks
--   item              ACCESS EXCLUSIVE, instant
--   item              SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] item.full_price: inserts of the running version leave the new column out and fail
--   [ACC-H203] item.level: inserts of the running version leave the new column out and fail
--   [ACC-H205] item: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   item.full_price: what its check refuses
--     SELECT * FROM item WHERE NOT ((price * 2) > 0);
--   item: what item_check refuses
--     SELECT * FROM item WHERE NOT ((0) < price);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=item item.discount: add column; item.full_price: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN discount integer DEFAULT 0 NOT NULL;

ALTER TABLE item ADD COLUMN full_price integer,
    ADD CONSTRAINT item_full_price_check CHECK (full_price > 0) NOT VALID;
COMMIT;

-- accrete:step 2 autocommit item.full_price: fill in rows that exist
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
                UPDATE item SET full_price = price * 2 WHERE full_price IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET full_price = price * 2 WHERE full_price IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=item item.full_price: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_full_price_present CHECK (full_price IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit item.full_price: fill in rows written meanwhile
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
                UPDATE item SET full_price = price * 2 WHERE full_price IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET full_price = price * 2 WHERE full_price IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction item: validate item_full_price_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_full_price_present;
COMMIT;

-- accrete:step 6 transaction locks=item item.full_price: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN full_price SET NOT NULL;
ALTER TABLE item DROP CONSTRAINT item_full_price_present;
COMMIT;

-- accrete:step 7 transaction item: validate item_full_price_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_full_price_check;
COMMIT;

-- accrete:step 8 transaction locks=item item.level: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE item ADD COLUMN level integer DEFAULT 1 NOT NULL,
    ADD CONSTRAINT item_level_check CHECK (level in (1,2)) NOT VALID;

ALTER TABLE item ALTER COLUMN level DROP DEFAULT;
COMMIT;

-- accrete:step 9 transaction item: validate item_level_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_level_check;
COMMIT;

-- accrete:step 10 transaction locks=item item: add check item_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_check CHECK (discount < price) NOT VALID;
COMMIT;

-- accrete:step 11 transaction item: validate item_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_check;
COMMIT;
