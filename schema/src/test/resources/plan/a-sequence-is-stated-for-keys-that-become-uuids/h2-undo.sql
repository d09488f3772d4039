-- accrete:undo V0002 case h2
-- accrete:model 1:a30bf97f33ac7706718594bde6a71978
-- accrete:verdict breaking
--
-- Changes
--   orders.id   change type from uuid to integer, using CAST(replace(CAST(id AS varchar), '-', '') AS integer)   Orders.id
--   order_nr    drop sequence
-- Locks
--   orders      EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] orders.id: the running version of the application may write values that no longer fit
--   [ACC-H202] order_nr: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   orders.id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit orders.id: change type to integer
CREATE DOMAIN IF NOT EXISTS orders_id_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ORDERS' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ORDERS_ID_TYPE')
    THEN 'ALTER TABLE orders ALTER COLUMN id SET DATA TYPE integer USING CAST(replace(CAST(id AS varchar), ''-'', '''') AS integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS orders_id_type;

-- accrete:step 2 autocommit drop order_nr
DROP SEQUENCE IF EXISTS order_nr;
