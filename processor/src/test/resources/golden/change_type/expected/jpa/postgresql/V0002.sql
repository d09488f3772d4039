-- accrete:migration V0002 draft postgresql
-- accrete:model 1:46824a7c1ca9eb78556337aa63fe9945
-- accrete:verdict breaking
--
-- Changes
--   Product.code    change type from varchar(20) to varchar(60)                                          Product.code
--   Product.price   change type from varchar(255) to numeric(10,2), using cast(price as numeric(10,2))   Product.price
--   Product.stock   change type from integer to bigint                                                   Product.stock
-- Locks
--   Product         ACCESS EXCLUSIVE, instant
--   Product         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H210] Product.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] Product.price: the running version of the application may write values that no longer fit
--   [ACC-H210] Product.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] Product.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   Product.price: texts that are no numeric(10,2)
--     SELECT * FROM Product WHERE price = '' OR regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=Product Product.code: change type to varchar(60), rows stay as they are; Product.price: add a column of type numeric(10,2) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN code TYPE varchar(60);
ALTER TABLE Product ADD COLUMN Product_price_next numeric(10,2);

CREATE FUNCTION Product_price_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.Product_price_next := (SELECT cast(price as numeric(10,2)) FROM (SELECT NEW.*) AS Product);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER Product_price_sync BEFORE INSERT OR UPDATE ON Product FOR EACH ROW EXECUTE FUNCTION Product_price_sync();
COMMIT;

-- accrete:step 2 autocommit Product.price: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 Product.id%TYPE;
    high_1 Product.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM Product ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM Product WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE Product SET Product_price_next = cast(price as numeric(10,2)) WHERE Product_price_next IS NULL AND price IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Product SET Product_price_next = cast(price as numeric(10,2)) WHERE Product_price_next IS NULL AND price IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit Product.price: gather statistics
ANALYZE Product (Product_price_next);

-- accrete:step 4 transaction locks=Product Product.price: change type to numeric(10,2); Product.stock: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER Product_price_sync ON Product;
DROP FUNCTION Product_price_sync();
ALTER TABLE Product DROP COLUMN price;
ALTER TABLE Product RENAME COLUMN Product_price_next TO price;
ALTER TABLE Product ADD COLUMN Product_stock_next bigint;

CREATE FUNCTION Product_stock_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.Product_stock_next := (SELECT stock::bigint FROM (SELECT NEW.*) AS Product);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER Product_stock_sync BEFORE INSERT OR UPDATE ON Product FOR EACH ROW EXECUTE FUNCTION Product_stock_sync();
COMMIT;

-- accrete:step 5 autocommit Product.stock: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 Product.id%TYPE;
    high_1 Product.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM Product ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM Product WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE Product SET Product_stock_next = stock::bigint WHERE Product_stock_next IS NULL AND stock IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Product SET Product_stock_next = stock::bigint WHERE Product_stock_next IS NULL AND stock IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=Product Product.Product_stock_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ADD CONSTRAINT Product_Product_stock_next_present CHECK (Product_stock_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 transaction Product: validate Product_Product_stock_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Product VALIDATE CONSTRAINT Product_Product_stock_next_present;
COMMIT;

-- accrete:step 8 transaction locks=Product Product.Product_stock_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN Product_stock_next SET NOT NULL;
ALTER TABLE Product DROP CONSTRAINT Product_Product_stock_next_present;
COMMIT;

-- accrete:step 9 autocommit Product.stock: gather statistics
ANALYZE Product (Product_stock_next);

-- accrete:step 10 transaction locks=Product Product.stock: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER Product_stock_sync ON Product;
DROP FUNCTION Product_stock_sync();
ALTER TABLE Product DROP COLUMN stock;
ALTER TABLE Product RENAME COLUMN Product_stock_next TO stock;
COMMIT;
