-- accrete:undo V0002 case h2
-- accrete:model 1:f317d08910195ee57459ad882627c875
-- accrete:verdict breaking
--
-- Changes
--   paper.title   change type from varchar(20) to varbinary(2000000)        Paper.title
--   paper.note    change type from varbinary(2000000) to varchar(255), using substring(CAST(utf8tostring(note) AS varchar) from 1 for 255)   Paper.note
--   paper.body    change type from varchar(2000000) to varbinary(2000000)   Paper.body
-- Locks
--   paper         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.title: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.note: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.body: the running version of the application may write values that no longer fit
-- Data that does not come back
--   paper.body: what the conversion of its values left out
--   paper.note: what the conversion of its values left out
--   paper.title: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit paper.body: change type to blob
ALTER TABLE paper ALTER COLUMN body SET DATA TYPE blob;

-- accrete:step 2 autocommit paper.note: change type to varchar(255)
CREATE DOMAIN IF NOT EXISTS paper_note_type AS varchar(255);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'NOTE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_NOTE_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN note SET DATA TYPE varchar(255) USING substring(CAST(utf8tostring(note) AS varchar) from 1 for 255)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_note_type;

-- accrete:step 3 autocommit paper.title: change type to blob
ALTER TABLE paper ALTER COLUMN title SET DATA TYPE blob;
