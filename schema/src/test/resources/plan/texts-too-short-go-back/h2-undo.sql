-- accrete:undo V0002 case h2
-- accrete:model 1:7723ed853d7b0c1fe1a1fd6f069a9e45
-- accrete:verdict breaking
--
-- Changes
--   visit.token   change type from varchar(20) to uuid, using CAST(NULL AS uuid)   Visit.token
--   visit.made    change type from varchar(8) to timestamp(6), using CAST(TIMESTAMP '1970-01-01 00:00:00' AS timestamp(6))   Visit.made
--   visit.dated   change type from char(1) to date, using CAST(NULL AS date)       Visit.dated
-- Locks
--   visit         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] visit.token: the running version of the application may write values that no longer fit
--   [ACC-H204] visit.made: the running version of the application may write values that no longer fit
--   [ACC-H204] visit.dated: the running version of the application may write values that no longer fit
-- Data that does not come back
--   visit.dated: what the conversion of its values left out
--   visit.made: what the conversion of its values left out
--   visit.token: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit visit.dated: change type to date
CREATE DOMAIN IF NOT EXISTS visit_dated_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VISIT' AND column_name = 'DATED')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VISIT_DATED_TYPE')
    THEN 'ALTER TABLE visit ALTER COLUMN dated SET DATA TYPE date USING CAST(NULL AS date)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS visit_dated_type;

-- accrete:step 2 autocommit visit.made: change type to timestamp(6)
CREATE DOMAIN IF NOT EXISTS visit_made_type AS timestamp(6);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VISIT' AND column_name = 'MADE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VISIT_MADE_TYPE')
    THEN 'ALTER TABLE visit ALTER COLUMN made SET DATA TYPE timestamp(6) USING CAST(TIMESTAMP ''1970-01-01 00:00:00'' AS timestamp(6))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS visit_made_type;

-- accrete:step 3 autocommit visit.token: change type to uuid
CREATE DOMAIN IF NOT EXISTS visit_token_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VISIT' AND column_name = 'TOKEN')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VISIT_TOKEN_TYPE')
    THEN 'ALTER TABLE visit ALTER COLUMN token SET DATA TYPE uuid USING CAST(NULL AS uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS visit_token_type;
