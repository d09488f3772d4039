-- accrete:migration V0002 case h2
-- accrete:model 1:e4641db86b14f6c841b6eb7681537274
-- accrete:verdict breaking
--
-- Changes
--   item.mood   change type from type mood to timestamp_with_timezone(6), using current_timestamp   Item.mood
--   mood        drop type
-- Locks
--   item        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.mood: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item.mood: convert values
CREATE DOMAIN IF NOT EXISTS item_mood_type AS varchar;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'MOOD')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_MOOD_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN mood SET DATA TYPE varchar USING current_timestamp'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_mood_type;

-- accrete:step 2 autocommit item.mood: change type to timestamp(6) with time zone
ALTER TABLE item ALTER COLUMN mood SET DATA TYPE timestamp(6) with time zone;

-- accrete:step 3 autocommit drop mood
DROP DOMAIN IF EXISTS mood;
