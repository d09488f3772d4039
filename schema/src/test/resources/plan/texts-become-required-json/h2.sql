-- accrete:migration V0002 case h2
-- accrete:model 1:827c1112dc746f1a30f21020da83f99c
-- accrete:verdict breaking
--
-- Changes
--   paper.extra   change type from varchar(255) to json, using '{}'   Paper.extra
--   paper.extra   set not null, existing rows: '{}'                   Paper.extra
-- Locks
--   paper         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.extra: the running version of the application may write values that no longer fit
--   [ACC-H203] paper.extra: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit paper.extra: change type to json
CREATE DOMAIN IF NOT EXISTS paper_extra_type AS json;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'EXTRA')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_EXTRA_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN extra SET DATA TYPE json USING ''{}'''
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_extra_type;
UPDATE paper SET extra = '{}' WHERE extra IS NULL;
ALTER TABLE paper ALTER COLUMN extra SET NOT NULL;
