-- accrete:migration V0002 case h2
-- accrete:model 1:15c5d91a5429c16bd1173158e1c6b38d
-- accrete:verdict breaking
--
-- Changes
--   paper.body    change type from varbinary(2000000) to varchar(2000000), using cast(body as varchar(2000000))   Paper.body
--   paper.note    change type from varchar(255) to varbinary(2000000), using cast(note as bytea)                  Paper.note
--   paper.title   change type from varbinary(2000000) to varchar(20), using substring(cast(title as varchar) from 1 for 20)   Paper.title
-- Locks
--   paper         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.body: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.note: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.title: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit paper.body: change type to clob
CREATE DOMAIN IF NOT EXISTS paper_body_type AS clob;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'BODY')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_BODY_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN body SET DATA TYPE clob USING cast(utf8tostring(body) as varchar(2000000))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_body_type;

-- accrete:step 2 autocommit paper.note: change type to blob
CREATE DOMAIN IF NOT EXISTS paper_note_type AS blob;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'NOTE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_NOTE_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN note SET DATA TYPE blob USING cast(note as bytea)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_note_type;

-- accrete:step 3 autocommit paper.title: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS paper_title_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'TITLE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_TITLE_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN title SET DATA TYPE varchar(20) USING substring(cast(utf8tostring(title) as varchar) from 1 for 20)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_title_type;
