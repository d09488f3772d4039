-- accrete:migration V0002 draft postgresql
-- accrete:model 1:46824a7c1ca9eb78556337aa63fe9945
-- accrete:verdict breaking
--
-- Changes
--   product.code    change type from varchar(20) to varchar(60)                                          Product.code
--   product.price   change type from varchar(255) to numeric(10,2), using cast(price as numeric(10,2))   Product.price
--   product.stock   change type from integer to bigint                                                   Product.stock
-- Locks
--   product         ACCESS EXCLUSIVE, instant
--   product         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H210] product.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] product.price: the running version of the application may write values that no longer fit
--   [ACC-H210] product.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] product.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   product.price: texts that are no numeric(10,2)
--     SELECT * FROM product WHERE price = '' OR regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=product product.code: change type to varchar(60), rows stay as they are; product.price: add a column of type numeric(10,2) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ALTER COLUMN code TYPE varchar(60);
ALTER TABLE product ADD COLUMN product_price_next numeric(10,2);

CREATE FUNCTION product_price_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.product_price_next := (SELECT cast(price as numeric(10,2)) FROM (SELECT NEW.*) AS product);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER product_price_sync BEFORE INSERT OR UPDATE ON product FOR EACH ROW EXECUTE FUNCTION product_price_sync();
COMMIT;

-- accrete:step 2 autocommit product.price: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 product.id%TYPE;
    high_1 product.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM product ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM product WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE product SET product_price_next = cast(price as numeric(10,2)) WHERE product_price_next IS NULL AND price IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE product SET product_price_next = cast(price as numeric(10,2)) WHERE product_price_next IS NULL AND price IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit product.price: gather statistics
ANALYZE product (product_price_next);

-- accrete:step 4 transaction locks=product product.price: change type to numeric(10,2); product.stock: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER product_price_sync ON product;
DROP FUNCTION product_price_sync();
ALTER TABLE product DROP COLUMN price;
ALTER TABLE product RENAME COLUMN product_price_next TO price;
ALTER TABLE product ADD COLUMN product_stock_next bigint;

CREATE FUNCTION product_stock_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.product_stock_next := (SELECT stock::bigint FROM (SELECT NEW.*) AS product);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER product_stock_sync BEFORE INSERT OR UPDATE ON product FOR EACH ROW EXECUTE FUNCTION product_stock_sync();
COMMIT;

-- accrete:step 5 autocommit product.stock: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 product.id%TYPE;
    high_1 product.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM product ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM product WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE product SET product_stock_next = stock::bigint WHERE product_stock_next IS NULL AND stock IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE product SET product_stock_next = stock::bigint WHERE product_stock_next IS NULL AND stock IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=product product.product_stock_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ADD CONSTRAINT product_product_stock_next_present CHECK (product_stock_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 transaction product: validate product_product_stock_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE product VALIDATE CONSTRAINT product_product_stock_next_present;
COMMIT;

-- accrete:step 8 transaction locks=product product.product_stock_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ALTER COLUMN product_stock_next SET NOT NULL;
ALTER TABLE product DROP CONSTRAINT product_product_stock_next_present;
COMMIT;

-- accrete:step 9 autocommit product.stock: gather statistics
ANALYZE product (product_stock_next);

-- accrete:step 10 transaction locks=product product.stock: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER product_stock_sync ON product;
DROP FUNCTION product_stock_sync();
ALTER TABLE product DROP COLUMN stock;
ALTER TABLE product RENAME COLUMN product_stock_next TO stock;
COMMIT;
