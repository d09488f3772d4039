-- accrete:migration V0002 case h2
-- accrete:model 1:716ab6936739ac2c41c4244ee498853d
-- accrete:verdict breaking
--
-- Changes
--   visit.dated   change type from date to char(1), using cast(dated as char(1))                                     Visit.dated
--   visit.made    change type from timestamp(6) to varchar(8), using substring(cast(made as varchar) from 1 for 8)   Visit.made
--   visit.token   change type from uuid to varchar(20), using substring(cast(token as varchar) from 1 for 20)        Visit.token
-- Locks
--   visit         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] visit.dated: the running version of the application may write values that no longer fit
--   [ACC-H204] visit.made: the running version of the application may write values that no longer fit
--   [ACC-H204] visit.token: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit visit.dated: change type to char(1)
CREATE DOMAIN IF NOT EXISTS visit_dated_type AS char(1);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VISIT' AND column_name = 'DATED')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VISIT_DATED_TYPE')
    THEN 'ALTER TABLE visit ALTER COLUMN dated SET DATA TYPE char(1) USING cast(dated as char(1))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS visit_dated_type;

-- accrete:step 2 autocommit visit.made: change type to varchar(8)
CREATE DOMAIN IF NOT EXISTS visit_made_type AS varchar(8);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VISIT' AND column_name = 'MADE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VISIT_MADE_TYPE')
    THEN 'ALTER TABLE visit ALTER COLUMN made SET DATA TYPE varchar(8) USING substring(cast(made as varchar) from 1 for 8)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS visit_made_type;

-- accrete:step 3 autocommit visit.token: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS visit_token_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VISIT' AND column_name = 'TOKEN')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VISIT_TOKEN_TYPE')
    THEN 'ALTER TABLE visit ALTER COLUMN token SET DATA TYPE varchar(20) USING substring(cast(token as varchar) from 1 for 20)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS visit_token_type;
