-- accrete:migration V0002 case h2
-- accrete:model 1:20ce6f88b1182538d4adbcb611d0ff4a
-- accrete:verdict breaking
--
-- Changes
--   order_nr    create sequence start 1 increment 50
--   orders.id   change type from integer to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)   Orders.id
-- Locks
--   orders      EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] orders.id: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create order_nr
CREATE SEQUENCE order_nr START WITH 1 INCREMENT BY 50;

-- accrete:step 2 autocommit orders.id: change type to uuid
CREATE DOMAIN IF NOT EXISTS orders_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ORDERS' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ORDERS_ID_TYPE')
    THEN 'ALTER TABLE orders ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast(id as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS orders_id_type;
