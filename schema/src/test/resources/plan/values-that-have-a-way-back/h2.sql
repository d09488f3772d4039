-- accrete:migration V0002 case h2
-- accrete:model 1:e0b6a521832f08b63e0df609bc4db2ae
-- accrete:verdict breaking
--
-- Changes
--   item.code    change type from integer to varchar(20), using cast(code as varchar(20))          Item.code
--   item.mood    change type from type mood to ordinal('ok','sad','new'), using case mood when 'sad' then 1 when 'ok' then 0 end   Item.mood
--   item.price   change type from numeric(10,2) to varchar(20), using cast(price as varchar(20))   Item.price
--   item.vip     change type from varchar(1) to boolean, using cast(vip as boolean)                Item.vip
--   item.vip     drop check                                                                        Item.vip
--   item.code    set not null, existing rows: ''                                                   Item.code
--   item.price   set not null, existing rows: '?'                                                  Item.price
--   item.vip     set not null, existing rows: false                                                Item.vip
--   mood         drop type
-- Locks
--   item         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.code: the running version of the application may write values that no longer fit
--   [ACC-H204] item.mood: the running version of the application may write values that no longer fit
--   [ACC-H204] item.price: the running version of the application may write values that no longer fit
--   [ACC-H204] item.vip: the running version of the application may write values that no longer fit
--   [ACC-H203] item.code: writes of the running version that leave the column empty fail
--   [ACC-H203] item.price: writes of the running version that leave the column empty fail
--   [ACC-H203] item.vip: writes of the running version that leave the column empty fail
-- Rows that stop this
--   item.vip: texts that are no boolean (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item.code: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS item_code_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'CODE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_CODE_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN code SET DATA TYPE varchar(20) USING cast(code as varchar(20))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_code_type;
UPDATE item SET code = '' WHERE code IS NULL;
ALTER TABLE item ALTER COLUMN code SET NOT NULL;

-- accrete:step 2 autocommit item.mood: convert values
CREATE DOMAIN IF NOT EXISTS item_mood_type AS varchar;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'MOOD')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_MOOD_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN mood SET DATA TYPE varchar USING case mood when ''sad'' then 1 when ''ok'' then 0 end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_mood_type;

-- accrete:step 3 autocommit item.mood: change type to tinyint
ALTER TABLE item ALTER COLUMN mood SET DATA TYPE tinyint;
ALTER TABLE item ADD CONSTRAINT item_mood_check CHECK (mood between 0 and 2);

-- accrete:step 4 autocommit item.price: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS item_price_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'PRICE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_PRICE_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN price SET DATA TYPE varchar(20) USING cast(price as varchar(20))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_price_type;
UPDATE item SET price = '?' WHERE price IS NULL;
ALTER TABLE item ALTER COLUMN price SET NOT NULL;

-- accrete:step 5 autocommit item.vip: change type to boolean
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_vip_check;
CREATE DOMAIN IF NOT EXISTS item_vip_type AS boolean;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'VIP')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_VIP_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN vip SET DATA TYPE boolean USING cast(vip as boolean)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_vip_type;
UPDATE item SET vip = false WHERE vip IS NULL;
ALTER TABLE item ALTER COLUMN vip SET NOT NULL;

-- accrete:step 6 autocommit drop mood
DROP DOMAIN IF EXISTS mood;
