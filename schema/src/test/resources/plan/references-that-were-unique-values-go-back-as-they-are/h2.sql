-- accrete:migration V0002 case h2
-- accrete:model 1:427da92a4df9d4ff521fd8787dd89e59
-- accrete:verdict breaking
--
-- Changes
--   approved.product_id   replace values, using coalesce((select p.id from product p where p.id = approved.product_id), (select id from product order by id fetch first row only))   Approved.productId
--   approved              add foreign key approved_product_id_fkey (product_id) to product   Approved
-- Locks
--   approved              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] approved.product_id: the running version of the application may write values that no longer fit
--   [ACC-H205] approved: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   approved.product_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit approved.product_id: convert values
CREATE DOMAIN IF NOT EXISTS approved_product_id_type AS varchar(36);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'APPROVED' AND column_name = 'PRODUCT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'APPROVED_PRODUCT_ID_TYPE')
    THEN 'ALTER TABLE approved ALTER COLUMN product_id SET DATA TYPE varchar(36) USING coalesce((select p.id from product p where p.id = approved.product_id), (select id from product order by id fetch first row only))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS approved_product_id_type;

-- accrete:step 2 autocommit approved.product_id: alter column
ALTER TABLE approved ALTER COLUMN product_id SET DATA TYPE uuid;

-- accrete:step 3 autocommit approved: add foreign key approved_product_id_fkey
ALTER TABLE approved ADD CONSTRAINT approved_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id);
