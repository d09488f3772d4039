-- accrete:undo V0002 case h2
-- accrete:model 1:18ff79f719403b8d5ab204d54340232e
-- accrete:verdict breaking
--
-- Changes
--   lamp         drop unique constraint lamp_maker_key (maker)                                                 Lamp
--   lamp         drop unique constraint lamp_built_key (built)                                                 Lamp
--   lamp.maker   change type from integer to uuid, using CAST(lpad(CAST(maker AS varchar), 32, '0') AS uuid)   Lamp.maker
--   lamp.built   change type from date to integer, using CAST(0 AS integer)                                    Lamp.built
-- Locks
--   lamp         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] lamp.maker: the running version of the application may write values that no longer fit
--   [ACC-H204] lamp.built: the running version of the application may write values that no longer fit
-- Data that does not come back
--   lamp.built: what the conversion of its values left out
--   lamp.maker: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit lamp: drop unique key lamp_built_key
ALTER TABLE lamp DROP CONSTRAINT IF EXISTS lamp_built_key;

-- accrete:step 2 autocommit lamp: drop unique key lamp_maker_key
ALTER TABLE lamp DROP CONSTRAINT IF EXISTS lamp_maker_key;

-- accrete:step 3 autocommit lamp.built: change type to integer
CREATE DOMAIN IF NOT EXISTS lamp_built_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LAMP' AND column_name = 'BUILT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LAMP_BUILT_TYPE')
    THEN 'ALTER TABLE lamp ALTER COLUMN built SET DATA TYPE integer USING CAST(0 AS integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS lamp_built_type;

-- accrete:step 4 autocommit lamp.maker: change type to uuid
CREATE DOMAIN IF NOT EXISTS lamp_maker_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LAMP' AND column_name = 'MAKER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LAMP_MAKER_TYPE')
    THEN 'ALTER TABLE lamp ALTER COLUMN maker SET DATA TYPE uuid USING CAST(lpad(CAST(maker AS varchar), 32, ''0'') AS uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS lamp_maker_type;
