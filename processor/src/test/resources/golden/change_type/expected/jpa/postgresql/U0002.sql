-- accrete:undo V0002 draft postgresql
-- accrete:model 1:146306e31d4c04cfdaf2b5f5111d163b
-- accrete:verdict breaking
--
-- Changes
--   Product.stock   change type from bigint to integer                                                 Product.stock
--   Product.price   change type from numeric(10,2) to varchar(255)                                     Product.price
--   Product.code    change type from varchar(60) to varchar(20), using substring(code from 1 for 20)   Product.code
-- Locks
--   Product         ACCESS EXCLUSIVE, instant
--   Product         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] Product.stock: the running version of the application may write values that no longer fit
--   [ACC-H210] Product.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] Product.price: the running version of the application may write values that no longer fit
--   [ACC-H210] Product.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] Product.code: the running version of the application may write values that no longer fit
--   [ACC-H210] Product.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   Product.code: what the conversion of its values left out
--   Product.price: what the conversion of its values left out
--   Product.stock: what the conversion of its values left out
-- Rows that stop this
--   Product.stock: more than integer holds
--     SELECT * FROM Product WHERE stock NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=Product Product.code: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ADD COLUMN Product_code_next varchar(20);

CREATE FUNCTION Product_code_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.Product_code_next := (SELECT substring(code from 1 for 20) FROM (SELECT NEW.*) AS Product);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER Product_code_sync BEFORE INSERT OR UPDATE ON Product FOR EACH ROW EXECUTE FUNCTION Product_code_sync();
COMMIT;

-- accrete:step 2 autocommit Product.code: convert rows that exist
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
                UPDATE Product SET Product_code_next = substring(code from 1 for 20) WHERE Product_code_next IS NULL AND code IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Product SET Product_code_next = substring(code from 1 for 20) WHERE Product_code_next IS NULL AND code IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit Product.code: gather statistics
ANALYZE Product (Product_code_next);

-- accrete:step 4 transaction locks=Product Product.code: change type to varchar(20); Product.price: add a column of type varchar(255) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER Product_code_sync ON Product;
DROP FUNCTION Product_code_sync();
ALTER TABLE Product DROP COLUMN code;
ALTER TABLE Product RENAME COLUMN Product_code_next TO code;
ALTER TABLE Product ADD COLUMN Product_price_next varchar(255);

CREATE FUNCTION Product_price_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.Product_price_next := (SELECT price::varchar(255) FROM (SELECT NEW.*) AS Product);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER Product_price_sync BEFORE INSERT OR UPDATE ON Product FOR EACH ROW EXECUTE FUNCTION Product_price_sync();
COMMIT;

-- accrete:step 5 autocommit Product.price: convert rows that exist
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
                UPDATE Product SET Product_price_next = price::varchar(255) WHERE Product_price_next IS NULL AND price IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Product SET Product_price_next = price::varchar(255) WHERE Product_price_next IS NULL AND price IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit Product.price: gather statistics
ANALYZE Product (Product_price_next);

-- accrete:step 7 transaction locks=Product Product.price: change type to varchar(255); Product.stock: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER Product_price_sync ON Product;
DROP FUNCTION Product_price_sync();
ALTER TABLE Product DROP COLUMN price;
ALTER TABLE Product RENAME COLUMN Product_price_next TO price;
ALTER TABLE Product ADD COLUMN Product_stock_next integer;

CREATE FUNCTION Product_stock_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.Product_stock_next := (SELECT stock::integer FROM (SELECT NEW.*) AS Product);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER Product_stock_sync BEFORE INSERT OR UPDATE ON Product FOR EACH ROW EXECUTE FUNCTION Product_stock_sync();
COMMIT;

-- accrete:step 8 autocommit Product.stock: convert rows that exist
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
                UPDATE Product SET Product_stock_next = stock::integer WHERE Product_stock_next IS NULL AND stock IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Product SET Product_stock_next = stock::integer WHERE Product_stock_next IS NULL AND stock IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction locks=Product Product.Product_stock_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ADD CONSTRAINT Product_Product_stock_next_present CHECK (Product_stock_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 transaction Product: validate Product_Product_stock_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Product VALIDATE CONSTRAINT Product_Product_stock_next_present;
COMMIT;

-- accrete:step 11 transaction locks=Product Product.Product_stock_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN Product_stock_next SET NOT NULL;
ALTER TABLE Product DROP CONSTRAINT Product_Product_stock_next_present;
COMMIT;

-- accrete:step 12 autocommit Product.stock: gather statistics
ANALYZE Product (Product_stock_next);

-- accrete:step 13 transaction locks=Product Product.stock: change type to integer
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
