-- accrete:undo V0002 case h2
-- accrete:model 1:8b1c23dd612a5f915fb9e0cfecc0fd21
-- accrete:verdict breaking
--
-- Changes
--   note.body   change type from clob to varchar(2000), using substring(body from 1 for 2000)   Note.body
-- Locks
--   note        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] note.body: the running version of the application may write values that no longer fit
-- Data that does not come back
--   note.body: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note.body: change type to varchar(2000)
CREATE DOMAIN IF NOT EXISTS note_body_type AS varchar(2000);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'NOTE' AND column_name = 'BODY')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'NOTE_BODY_TYPE')
    THEN 'ALTER TABLE note ALTER COLUMN body SET DATA TYPE varchar(2000) USING substring(body from 1 for 2000)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS note_body_type;
