-- accrete:undo V0002 draft h2
-- accrete:model 1:146306e31d4c04cfdaf2b5f5111d163b
-- accrete:verdict breaking
--
-- Changes
--   Product.stock   change type from bigint to integer                                                 Product.stock
--   Product.price   change type from numeric(10,2) to varchar(255)                                     Product.price
--   Product.code    change type from varchar(60) to varchar(20), using substring(code from 1 for 20)   Product.code
-- Locks
--   Product         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] Product.stock: the running version of the application may write values that no longer fit
--   [ACC-H204] Product.price: the running version of the application may write values that no longer fit
--   [ACC-H204] Product.code: the running version of the application may write values that no longer fit
-- Data that does not come back
--   Product.code: what the conversion of its values left out
--   Product.price: what the conversion of its values left out
--   Product.stock: what the conversion of its values left out
-- Rows that stop this
--   Product.stock: more than integer holds
--     SELECT * FROM Product WHERE stock NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit Product.code: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS Product_code_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PRODUCT' AND column_name = 'CODE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PRODUCT_CODE_TYPE')
    THEN 'ALTER TABLE Product ALTER COLUMN code SET DATA TYPE varchar(20) USING substring(code from 1 for 20)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS Product_code_type;

-- accrete:step 2 autocommit Product.price: change type to varchar(255)
ALTER TABLE Product ALTER COLUMN price SET DATA TYPE varchar(255);

-- accrete:step 3 autocommit Product.stock: change type to integer
ALTER TABLE Product ALTER COLUMN stock SET DATA TYPE integer;
