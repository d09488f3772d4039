-- accrete:undo V0002 case postgresql
-- accrete:model 1:0ced565368e8cc848bf52db7d35a046e
-- accrete:verdict breaking
--
-- Changes
--   orders.number   change type from bigint to integer   Orders.number
-- Locks
--   orders          ACCESS EXCLUSIVE, instant
--   orders          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] orders.number: the running version of the application may write values that no longer fit
--   [ACC-H210] orders.number: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   orders.number: what the conversion of its values left out
-- Rows that stop this
--   orders.number: more than integer holds
--     SELECT * FROM orders WHERE number NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=orders orders.number: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ADD COLUMN orders_number_next integer;

CREATE FUNCTION orders_number_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.orders_number_next := (SELECT number::integer FROM (SELECT NEW.*) AS orders);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER orders_number_sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_number_sync();
COMMIT;

-- accrete:step 2 autocommit orders.number: convert rows that exist
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
                UPDATE orders SET orders_number_next = number::integer WHERE orders_number_next IS NULL AND number IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE orders SET orders_number_next = number::integer WHERE orders_number_next IS NULL AND number IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit index=orders_number_idx_number_next orders: build index orders_number_idx_number_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY orders_number_idx_number_next ON orders (orders_number_next);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 autocommit index=orders_number_season_key_number_next orders: build index orders_number_season_key_number_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY orders_number_season_key_number_next ON orders (orders_number_next, season);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=orders orders.orders_number_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ADD CONSTRAINT orders_orders_number_next_present CHECK (orders_number_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 transaction orders: validate orders_orders_number_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE orders VALIDATE CONSTRAINT orders_orders_number_next_present;
COMMIT;

-- accrete:step 7 transaction locks=orders orders.orders_number_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ALTER COLUMN orders_number_next SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_orders_number_next_present;
COMMIT;

-- accrete:step 8 autocommit orders.number: gather statistics
ANALYZE orders (orders_number_next);

-- accrete:step 9 transaction locks=orders orders.number: change type to integer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER orders_number_sync ON orders;
DROP FUNCTION orders_number_sync();
ALTER TABLE orders DROP COLUMN number;
ALTER TABLE orders RENAME COLUMN orders_number_next TO number;
ALTER TABLE orders ALTER COLUMN number SET DEFAULT 0;
ALTER INDEX orders_number_idx_number_next RENAME TO orders_number_idx;
ALTER TABLE orders ADD CONSTRAINT orders_number_season_key UNIQUE USING INDEX orders_number_season_key_number_next;
COMMENT ON COLUMN orders.number IS 'counts up';
COMMIT;
