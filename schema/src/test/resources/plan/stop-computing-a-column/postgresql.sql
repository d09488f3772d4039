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
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ADD COLUMN orders_rest_plain integer;
COMMIT;

-- accrete:step 2 autocommit orders.orders_rest_plain: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 orders.id%TYPE;
    high_1 orders.id%TYPE;
BEGIN
    SELECT id INTO low_1 FROM orders ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM orders WHERE (id) >= (low_1) ORDER BY id OFFSET 5000 LIMIT 1;
        IF NOT FOUND THEN
            UPDATE orders SET orders_rest_plain = rest WHERE orders_rest_plain IS NULL AND (id) >= (low_1);
            EXIT;
        END IF;
        UPDATE orders SET orders_rest_plain = rest WHERE orders_rest_plain IS NULL AND (id) >= (low_1) AND (id) < (high_1);
        COMMIT;
        PERFORM pg_sleep(0.02);
        low_1 := high_1;
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 3 transaction locks=orders orders.rest: replace generated column
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders DROP COLUMN rest;
ALTER TABLE orders RENAME COLUMN orders_rest_plain TO rest;
COMMIT;
