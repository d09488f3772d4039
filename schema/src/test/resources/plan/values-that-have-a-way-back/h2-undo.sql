-- accrete:undo V0002 case h2
-- accrete:model 1:cdb5d2eebcc1b3037f4405b0dbc6eece
-- accrete:verdict breaking
--
-- Changes
--   mood         create type
--   item.vip     drop not null                                                                                       Item.vip
--   item.price   drop not null                                                                                       Item.price
--   item.code    drop not null                                                                                       Item.code
--   item.vip     change check to [vip in ('N','Y')]                                                                  Item.vip
--   item.vip     change type from boolean to varchar(1), using case vip when true then 'Y' when false then 'N' end   Item.vip
--   item.price   change type from varchar(20) to numeric(10,2), using CASE WHEN price <> '' AND regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') = '' THEN CAST(price AS numeric(10,2)) END   Item.price
--   item.mood    change type from ordinal('ok','sad','new') to type mood, using CAST(CASE mood WHEN 0 THEN 'ok' WHEN 1 THEN 'sad' WHEN 2 THEN 'sad' END AS mood)   Item.mood
--   item.code    change type from varchar(20) to integer, using CASE WHEN code <> '' AND regexp_replace(code, '^-?[0-9]+$', '') = '' THEN CAST(code AS integer) END   Item.code
-- Locks
--   item         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.vip: the running version of the application may write values that no longer fit
--   [ACC-H204] item.price: the running version of the application may write values that no longer fit
--   [ACC-H204] item.mood: the running version of the application may write values that no longer fit
--   [ACC-H204] item.code: the running version of the application may write values that no longer fit
-- Data that does not come back
--   item.code: what the conversion of its values left out
--   item.mood: what the conversion of its values left out
--   item.price: what the conversion of its values left out
--   item.vip: what the conversion of its values left out
-- Rows that stop this
--   item.price: more than numeric(10,2) holds
--     SELECT * FROM item WHERE CASE WHEN price <> '' AND regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') = '' THEN abs(CAST(price AS numeric)) >= 100000000 END;
--   item.code: more than integer holds
--     SELECT * FROM item WHERE CASE WHEN code <> '' AND regexp_replace(code, '^-?[0-9]+$', '') = '' THEN CAST(code AS numeric) NOT BETWEEN -2147483648 AND 2147483647 END;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit create mood
CREATE DOMAIN mood AS varchar(3) CONSTRAINT mood_labels CHECK (VALUE IN ('sad','ok'));

-- accrete:step 2 autocommit item.code: change type to integer
ALTER TABLE item ALTER COLUMN code DROP NOT NULL;
CREATE DOMAIN IF NOT EXISTS item_code_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'CODE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_CODE_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN code SET DATA TYPE integer USING CASE WHEN code <> '''' AND regexp_replace(code, ''^-?[0-9]+$'', '''') = '''' THEN CAST(code AS integer) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_code_type;

-- accrete:step 3 autocommit item.mood: convert values
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_mood_check;
CREATE DOMAIN IF NOT EXISTS item_mood_type AS varchar;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'MOOD')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_MOOD_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN mood SET DATA TYPE varchar USING CAST(CASE mood WHEN 0 THEN ''ok'' WHEN 1 THEN ''sad'' WHEN 2 THEN ''sad'' END AS mood)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_mood_type;

-- accrete:step 4 autocommit item.mood: change type to mood
ALTER TABLE item ALTER COLUMN mood SET DATA TYPE mood;

-- accrete:step 5 autocommit item.price: change type to numeric(10,2)
ALTER TABLE item ALTER COLUMN price DROP NOT NULL;
CREATE DOMAIN IF NOT EXISTS item_price_type AS numeric(10,2);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'PRICE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_PRICE_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN price SET DATA TYPE numeric(10,2) USING CASE WHEN price <> '''' AND regexp_replace(price, ''^-?[0-9]+([.][0-9]+)?$'', '''') = '''' THEN CAST(price AS numeric(10,2)) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_price_type;

-- accrete:step 6 autocommit item.vip: change type to varchar(1)
ALTER TABLE item ALTER COLUMN vip DROP NOT NULL;
CREATE DOMAIN IF NOT EXISTS item_vip_type AS varchar(1);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'VIP')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_VIP_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN vip SET DATA TYPE varchar(1) USING case vip when true then ''Y'' when false then ''N'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_vip_type;
ALTER TABLE item ADD CONSTRAINT item_vip_check CHECK (vip in ('N','Y'));
