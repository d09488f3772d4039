-- accrete:migration V0002 case h2
-- accrete:model 1:8e8fc0974ab7f8221f21524fc2b7506f
-- accrete:verdict breaking
--
-- Changes
--   item            drop unique constraint item_code_key (code)                Item
--   item            drop unique constraint item_position_key (position)        Item
--   item.position   change type from integer to boolean, using position <> 0   Item.position
--   item.code       set not null, existing rows: 0                             Item.code
-- Locks
--   item            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.position: the running version of the application may write values that no longer fit
--   [ACC-H203] item.code: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item: drop unique key item_code_key
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_code_key;

-- accrete:step 2 autocommit item: drop unique key item_position_key
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_position_key;

-- accrete:step 3 autocommit item.code: alter column
UPDATE item SET code = 0 WHERE code IS NULL;
ALTER TABLE item ALTER COLUMN code SET NOT NULL;

-- accrete:step 4 autocommit item.position: change type to boolean
CREATE DOMAIN IF NOT EXISTS item_position_type AS boolean;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'POSITION')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_POSITION_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN position SET DATA TYPE boolean USING position <> 0'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_position_type;
