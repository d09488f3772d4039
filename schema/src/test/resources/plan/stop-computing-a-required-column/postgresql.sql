-- accrete:migration V0002 case postgresql
-- accrete:model 1:a0007643d106e4aacaf63a703d9bf3c4
-- accrete:verdict breaking
--
-- Changes
--   orders.rest   drop generation                                          Orders.rest
--   orders.rest   set not null, existing rows: coalesce(orders.price, 0)   Orders.rest
-- Locks
--   orders        ACCESS EXCLUSIVE, instant
--   orders        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] orders.rest: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=orders orders.rest: add plain column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ADD COLUMN orders_rest_plain integer;

CREATE FUNCTION orders_rest_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.orders_rest_plain := (SELECT coalesce(price % 100, coalesce(orders.price, 0)) FROM (SELECT NEW.*) AS orders);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER orders_rest_sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_rest_sync();
COMMIT;

-- accrete:step 2 autocommit orders.orders_rest_plain: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 orders.id%TYPE;
    high_1 orders.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM orders ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM orders WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE orders SET orders_rest_plain = coalesce(rest, coalesce(orders.price, 0)) WHERE orders_rest_plain IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE orders SET orders_rest_plain = coalesce(rest, coalesce(orders.price, 0)) WHERE orders_rest_plain IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=orders orders.orders_rest_plain: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ADD CONSTRAINT orders_orders_rest_plain_present CHECK (orders_rest_plain IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction orders: validate orders_orders_rest_plain_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE orders VALIDATE CONSTRAINT orders_orders_rest_plain_present;
COMMIT;

-- accrete:step 5 transaction locks=orders orders.orders_rest_plain: set not null; orders.rest: replace generated column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ALTER COLUMN orders_rest_plain SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_orders_rest_plain_present;
DROP TRIGGER orders_rest_sync ON orders;
DROP FUNCTION orders_rest_sync();
ALTER TABLE orders DROP COLUMN rest;
ALTER TABLE orders RENAME COLUMN orders_rest_plain TO rest;
COMMIT;
