-- accrete:undo V0002 case h2
-- accrete:model 1:5cefd943049a4df33180c03b43265248
-- accrete:verdict breaking
--
-- Changes
--   entry.title     change type from blob to varchar(255), using substring(utf8tostring(title) from 1 for 255)   Entry.title
--   entry.state     change type from blob to varchar(20), using substring(utf8tostring(state) from 1 for 20)     Entry.state
--   entry.picture   change type from varchar(255) to blob                                                        Entry.picture
--   entry.number    change type from blob to bigint, using CASE WHEN CAST(utf8tostring(number) AS varchar) <> '' AND regexp_replace(CAST(utf8tostring(number) AS varchar), '^-?[0-9]+$', '') = '' THEN CAST(CAST(utf8tostring(number) AS varchar) AS bigint) END   Entry.number
--   entry.code      change type from clob to blob                                                                Entry.code
-- Locks
--   entry           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] entry.title: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.state: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.picture: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.number: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.code: the running version of the application may write values that no longer fit
-- Data that does not come back
--   entry.code: what the conversion of its values left out
--   entry.number: what the conversion of its values left out
--   entry.picture: what the conversion of its values left out
--   entry.state: what the conversion of its values left out
--   entry.title: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit entry.code: change type to blob
ALTER TABLE entry ALTER COLUMN code SET DATA TYPE blob;

-- accrete:step 2 autocommit entry.number: change type to bigint
CREATE DOMAIN IF NOT EXISTS entry_number_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ENTRY' AND column_name = 'NUMBER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ENTRY_NUMBER_TYPE')
    THEN 'ALTER TABLE entry ALTER COLUMN number SET DATA TYPE bigint USING CASE WHEN CAST(utf8tostring(number) AS varchar) <> '''' AND regexp_replace(CAST(utf8tostring(number) AS varchar), ''^-?[0-9]+$'', '''') = '''' THEN CAST(CAST(utf8tostring(number) AS varchar) AS bigint) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS entry_number_type;

-- accrete:step 3 autocommit entry.picture: change type to blob
ALTER TABLE entry ALTER COLUMN picture SET DATA TYPE blob;

-- accrete:step 4 autocommit entry.state: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS entry_state_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ENTRY' AND column_name = 'STATE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ENTRY_STATE_TYPE')
    THEN 'ALTER TABLE entry ALTER COLUMN state SET DATA TYPE varchar(20) USING substring(utf8tostring(state) from 1 for 20)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS entry_state_type;

-- accrete:step 5 autocommit entry.title: change type to varchar(255)
CREATE DOMAIN IF NOT EXISTS entry_title_type AS varchar(255);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ENTRY' AND column_name = 'TITLE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ENTRY_TITLE_TYPE')
    THEN 'ALTER TABLE entry ALTER COLUMN title SET DATA TYPE varchar(255) USING substring(utf8tostring(title) from 1 for 255)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS entry_title_type;
