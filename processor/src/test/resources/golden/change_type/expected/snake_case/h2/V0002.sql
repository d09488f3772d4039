-- accrete:migration V0002 draft h2
-- accrete:model 1:46824a7c1ca9eb78556337aa63fe9945
-- accrete:verdict breaking
--
-- Changes
--   product.code    change type from varchar(20) to varchar(60)                                          Product.code
--   product.price   change type from varchar(255) to numeric(10,2), using cast(price as numeric(10,2))   Product.price
--   product.stock   change type from integer to bigint                                                   Product.stock
-- Locks
--   product         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] product.price: the running version of the application may write values that no longer fit
-- Rows that stop this
--   product.price: texts that are no numeric(10,2)
--     SELECT * FROM product WHERE price = '' OR regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit product.code: change type to varchar(60)
ALTER TABLE product ALTER COLUMN code SET DATA TYPE varchar(60);

-- accrete:step 2 autocommit product.price: change type to numeric(10,2)
CREATE DOMAIN IF NOT EXISTS product_price_type AS numeric(10,2);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PRODUCT' AND column_name = 'PRICE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PRODUCT_PRICE_TYPE')
    THEN 'ALTER TABLE product ALTER COLUMN price SET DATA TYPE numeric(10,2) USING cast(price as numeric(10,2))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS product_price_type;

-- accrete:step 3 autocommit product.stock: change type to bigint
ALTER TABLE product ALTER COLUMN stock SET DATA TYPE bigint;
