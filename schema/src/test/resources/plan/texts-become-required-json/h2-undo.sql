-- accrete:undo V0002 case h2
-- accrete:model 1:e5f700712aff6eb4b8de15f9d13b06fa
-- accrete:verdict breaking
--
-- Changes
--   paper.extra   drop not null   Paper.extra
--   paper.extra   change type from json to varchar(255), using CASE WHEN char_length(CAST(extra AS varchar)) <= 255 THEN CAST(extra AS varchar) END   Paper.extra
-- Locks
--   paper         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.extra: the running version of the application may write values that no longer fit
-- Data that does not come back
--   paper.extra: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit paper.extra: change type to varchar(255)
ALTER TABLE paper ALTER COLUMN extra DROP NOT NULL;
CREATE DOMAIN IF NOT EXISTS paper_extra_type AS varchar(255);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'EXTRA')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_EXTRA_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN extra SET DATA TYPE varchar(255) USING CASE WHEN char_length(CAST(extra AS varchar)) <= 255 THEN CAST(extra AS varchar) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_extra_type;
