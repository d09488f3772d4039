-- accrete:migration V0002 case postgresql
-- accrete:model 1:43386e3a8c5c04c407c8ec8393637728
-- accrete:verdict compatible
--
-- Changes
--   orders.rest   drop generation   Orders.rest
-- Locks
--   orders        ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=orders orders.rest: add plain column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ADD COLUMN orders_rest_plain integer;

CREATE FUNCTION orders_rest_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.orders_rest_plain := (SELECT price % 100 FROM (SELECT NEW.*) AS orders);
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
                UPDATE orders SET orders_rest_plain = rest WHERE orders_rest_plain IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE orders SET orders_rest_plain = rest WHERE orders_rest_plain IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=orders orders.rest: replace generated column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER orders_rest_sync ON orders;
DROP FUNCTION orders_rest_sync();
ALTER TABLE orders DROP COLUMN rest;
ALTER TABLE orders RENAME COLUMN orders_rest_plain TO rest;
COMMIT;
