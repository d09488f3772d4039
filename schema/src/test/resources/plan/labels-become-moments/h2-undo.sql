-- accrete:undo V0002 case h2
-- accrete:model 1:64e12837ef051cabd6cee4ba0351b4fa
-- accrete:verdict breaking
--
-- Changes
--   mood        create type
--   item.mood   change type from timestamp_with_timezone(6) to type mood, using CAST('sad' AS mood)   Item.mood
-- Locks
--   item        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.mood: the running version of the application may write values that no longer fit
-- Data that does not come back
--   item.mood: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit create mood
CREATE DOMAIN mood AS varchar(3) CONSTRAINT mood_labels CHECK (VALUE IN ('sad','ok'));

-- accrete:step 2 autocommit item.mood: convert values
CREATE DOMAIN IF NOT EXISTS item_mood_type AS varchar;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'MOOD')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_MOOD_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN mood SET DATA TYPE varchar USING CAST(''sad'' AS mood)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_mood_type;

-- accrete:step 3 autocommit item.mood: change type to mood
ALTER TABLE item ALTER COLUMN mood SET DATA TYPE mood;
