-- accrete:migration V0002 case h2
-- accrete:model 1:be20fc8a7c9d6205d59d5dac31d9d7ad
-- accrete:verdict breaking
--
-- Changes
--   reading.id   change type from bigint to char(36), using cast(id as char(36))   Reading.id
-- Locks
--   reading      EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] reading.id: the running version of the application may write values that no longer fit
-- Rows that stop this
--   reading: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT cast(id as char(36)) AS id FROM reading) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit reading.id: change type to char(36)
CREATE DOMAIN IF NOT EXISTS reading_id_type AS char(36);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'READING' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'READING_ID_TYPE')
    THEN 'ALTER TABLE reading ALTER COLUMN id SET DATA TYPE char(36) USING cast(id as char(36))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS reading_id_type;
