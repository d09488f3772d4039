-- accrete:migration V0002 case h2
-- accrete:model 1:91a8dccf4f99273650eade78c623b9db
-- accrete:verdict breaking
--
-- Changes
--   entry.code      change type from blob to clob           Entry.code
--   entry.number    change type from bigint to blob         Entry.number
--   entry.picture   change type from blob to varchar(255)   Entry.picture
--   entry.state     change type from varchar(20) to blob    Entry.state
--   entry.title     change type from varchar(255) to blob   Entry.title
-- Locks
--   entry           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] entry.code: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.number: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.picture: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.state: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.title: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit entry.code: change type to clob
ALTER TABLE entry ALTER COLUMN code SET DATA TYPE clob;

-- accrete:step 2 autocommit entry.number: change type to blob
CREATE DOMAIN IF NOT EXISTS entry_number_type AS blob;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ENTRY' AND column_name = 'NUMBER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ENTRY_NUMBER_TYPE')
    THEN 'ALTER TABLE entry ALTER COLUMN number SET DATA TYPE blob USING cast(cast(number as varchar) as blob)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS entry_number_type;

-- accrete:step 3 autocommit entry.picture: change type to varchar(255)
CREATE DOMAIN IF NOT EXISTS entry_picture_type AS varchar(255);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ENTRY' AND column_name = 'PICTURE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ENTRY_PICTURE_TYPE')
    THEN 'ALTER TABLE entry ALTER COLUMN picture SET DATA TYPE varchar(255) USING cast(utf8tostring(picture) as varchar(255))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS entry_picture_type;

-- accrete:step 4 autocommit entry.state: change type to blob
ALTER TABLE entry ALTER COLUMN state SET DATA TYPE blob;

-- accrete:step 5 autocommit entry.title: change type to blob
ALTER TABLE entry ALTER COLUMN title SET DATA TYPE blob;
