-- accrete:migration V0002 case h2
-- accrete:model 1:0f32353f22f4144a97cc7ad364309114
-- accrete:verdict breaking
--
-- Changes
--   paper.data     change type from json to varchar(255), using cast(data as varchar(255))       Paper.data
--   paper.letter   change type from json to char(1), using cast(letter as char(1))               Paper.letter
--   paper.mood     change type from ordinal('sad','ok') to integer                               Paper.mood
--   paper.pages    change type from array of integer to varchar(20), using ''                    Paper.pages
--   paper.seal     change type from varchar(20) to varbinary(255)                                Paper.seal
--   paper.state    change type from ordinal('new','old') to clob, using cast(state as varchar)   Paper.state
--   paper.stock    change type from varchar(20) to integer, using cast(stock as integer)         Paper.stock
--   paper.tags     change type from array of varchar(20) to varchar(20), using ''                Paper.tags
--   paper.data     set not null, existing rows: ''                                               Paper.data
--   paper          add unique constraint paper_stock_key (stock)                                 Paper
-- Locks
--   paper          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.data: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.letter: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.mood: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.pages: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.seal: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.state: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.stock: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.tags: the running version of the application may write values that no longer fit
--   [ACC-H203] paper.data: writes of the running version that leave the column empty fail
--   [ACC-H205] paper: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   paper.stock: texts that are no integer
--     SELECT * FROM paper WHERE stock = '' OR regexp_replace(stock, '^-?[0-9]+$', '') <> '';
--   paper: the same values in stock after their conversion (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit paper.data: change type to varchar(255)
CREATE DOMAIN IF NOT EXISTS paper_data_type AS varchar(255);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'DATA')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_DATA_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN data SET DATA TYPE varchar(255) USING cast(data as varchar(255))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_data_type;
UPDATE paper SET data = '' WHERE data IS NULL;
ALTER TABLE paper ALTER COLUMN data SET NOT NULL;

-- accrete:step 2 autocommit paper.letter: change type to char(1)
CREATE DOMAIN IF NOT EXISTS paper_letter_type AS char(1);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'LETTER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_LETTER_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN letter SET DATA TYPE char(1) USING cast(letter as char(1))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_letter_type;

-- accrete:step 3 autocommit paper.mood: change type to integer
ALTER TABLE paper DROP CONSTRAINT IF EXISTS paper_mood_check;
ALTER TABLE paper ALTER COLUMN mood SET DATA TYPE integer;

-- accrete:step 4 autocommit paper.pages: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS paper_pages_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PAGES')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PAGES_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN pages SET DATA TYPE varchar(20) USING '''''
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_pages_type;

-- accrete:step 5 autocommit paper.seal: change type to varbinary(255)
ALTER TABLE paper ALTER COLUMN seal SET DATA TYPE varbinary(255);

-- accrete:step 6 autocommit paper.state: change type to clob
ALTER TABLE paper DROP CONSTRAINT IF EXISTS paper_state_check;
CREATE DOMAIN IF NOT EXISTS paper_state_type AS clob;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'STATE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_STATE_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN state SET DATA TYPE clob USING cast(state as varchar)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_state_type;

-- accrete:step 7 autocommit paper.stock: change type to integer
CREATE DOMAIN IF NOT EXISTS paper_stock_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'STOCK')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_STOCK_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN stock SET DATA TYPE integer USING cast(stock as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_stock_type;

-- accrete:step 8 autocommit paper.tags: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS paper_tags_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'TAGS')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_TAGS_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN tags SET DATA TYPE varchar(20) USING '''''
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_tags_type;

-- accrete:step 9 autocommit paper: add unique key paper_stock_key
ALTER TABLE paper ADD CONSTRAINT paper_stock_key UNIQUE (stock);
