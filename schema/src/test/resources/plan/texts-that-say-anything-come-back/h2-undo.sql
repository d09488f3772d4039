-- accrete:undo V0002 case h2
-- accrete:model 1:b737ae51956ab3b9df189cab9e26c8c6
-- accrete:verdict breaking
--
-- Changes
--   paper          drop unique constraint paper_stock_key (stock)                                                         Paper
--   paper.data     drop not null                                                                                          Paper.data
--   paper.tags     change type from varchar(20) to array of varchar(20), using CASE WHEN tags IS NOT NULL THEN ARRAY[tags] END   Paper.tags
--   paper.stock    change type from integer to varchar(20)                                                                Paper.stock
--   paper.state    change type from clob to ordinal('new','old'), using CASE CAST(state AS varchar) WHEN 'new' THEN 0 WHEN 'old' THEN 1 WHEN '0' THEN 0 WHEN '1' THEN 1 END   Paper.state
--   paper.seal     change type from varbinary(255) to varchar(20), using substring(CAST(seal AS varchar) from 1 for 20)   Paper.seal
--   paper.pages    change type from varchar(20) to array of integer, using CAST(NULL AS integer array)                    Paper.pages
--   paper.mood     change type from integer to ordinal('sad','ok'), using CASE WHEN mood BETWEEN 0 AND 1 THEN CAST(mood AS tinyint) END   Paper.mood
--   paper.letter   change type from char(1) to json, using CASE WHEN letter LIKE '{%}' OR letter LIKE '[%]' OR letter LIKE '"%"' OR letter <> '' AND regexp_replace(letter, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN letter FORMAT JSON END   Paper.letter
--   paper.data     change type from varchar(255) to json, using CASE WHEN data LIKE '{%}' OR data LIKE '[%]' OR data LIKE '"%"' OR data <> '' AND regexp_replace(data, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN data FORMAT JSON END   Paper.data
-- Locks
--   paper          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.tags: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.stock: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.state: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.seal: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.pages: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.mood: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.letter: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.data: the running version of the application may write values that no longer fit
-- Data that does not come back
--   paper.data: what the conversion of its values left out
--   paper.letter: what the conversion of its values left out
--   paper.mood: what the conversion of its values left out
--   paper.pages: what the conversion of its values left out
--   paper.seal: what the conversion of its values left out
--   paper.state: what the conversion of its values left out
--   paper.stock: what the conversion of its values left out
--   paper.tags: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit paper: drop unique key paper_stock_key
ALTER TABLE paper DROP CONSTRAINT IF EXISTS paper_stock_key;

-- accrete:step 2 autocommit paper.data: change type to json
ALTER TABLE paper ALTER COLUMN data DROP NOT NULL;
CREATE DOMAIN IF NOT EXISTS paper_data_type AS json;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'DATA')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_DATA_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN data SET DATA TYPE json USING CASE WHEN data LIKE ''{%}'' OR data LIKE ''[%]'' OR data LIKE ''"%"'' OR data <> '''' AND regexp_replace(data, ''^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$'', '''') = '''' THEN data FORMAT JSON END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_data_type;

-- accrete:step 3 autocommit paper.letter: change type to json
CREATE DOMAIN IF NOT EXISTS paper_letter_type AS json;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'LETTER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_LETTER_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN letter SET DATA TYPE json USING CASE WHEN letter LIKE ''{%}'' OR letter LIKE ''[%]'' OR letter LIKE ''"%"'' OR letter <> '''' AND regexp_replace(letter, ''^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$'', '''') = '''' THEN letter FORMAT JSON END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_letter_type;

-- accrete:step 4 autocommit paper.mood: change type to tinyint
CREATE DOMAIN IF NOT EXISTS paper_mood_type AS tinyint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'MOOD')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_MOOD_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN mood SET DATA TYPE tinyint USING CASE WHEN mood BETWEEN 0 AND 1 THEN CAST(mood AS tinyint) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_mood_type;
ALTER TABLE paper ADD CONSTRAINT paper_mood_check CHECK (mood between 0 and 1);

-- accrete:step 5 autocommit paper.pages: change type to integer array
CREATE DOMAIN IF NOT EXISTS paper_pages_type AS integer array;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PAGES')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PAGES_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN pages SET DATA TYPE integer array USING CAST(NULL AS integer array)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_pages_type;

-- accrete:step 6 autocommit paper.seal: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS paper_seal_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'SEAL')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_SEAL_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN seal SET DATA TYPE varchar(20) USING substring(CAST(seal AS varchar) from 1 for 20)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_seal_type;

-- accrete:step 7 autocommit paper.state: change type to tinyint
CREATE DOMAIN IF NOT EXISTS paper_state_type AS tinyint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'STATE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_STATE_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN state SET DATA TYPE tinyint USING CASE CAST(state AS varchar) WHEN ''new'' THEN 0 WHEN ''old'' THEN 1 WHEN ''0'' THEN 0 WHEN ''1'' THEN 1 END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_state_type;
ALTER TABLE paper ADD CONSTRAINT paper_state_check CHECK (state between 0 and 1);

-- accrete:step 8 autocommit paper.stock: change type to varchar(20)
ALTER TABLE paper ALTER COLUMN stock SET DATA TYPE varchar(20);

-- accrete:step 9 autocommit paper.tags: change type to varchar(20) array
CREATE DOMAIN IF NOT EXISTS paper_tags_type AS varchar(20) array;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'TAGS')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_TAGS_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN tags SET DATA TYPE varchar(20) array USING CASE WHEN tags IS NOT NULL THEN ARRAY[tags] END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_tags_type;
