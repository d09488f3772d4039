-- accrete:undo V0002 case h2
-- accrete:model 1:8e0b407443be6b77420fca79267fd79d
-- accrete:verdict breaking
--
-- Changes
--   verdict.id         change type from bigint to boolean, using id <> 0           Verdict.id
--   trial.verdict_id   change type from bigint to boolean, using verdict_id <> 0   Trial.verdictId
-- Locks
--   trial              EXCLUSIVE, rewrite
--   verdict            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] verdict.id: the running version of the application may write values that no longer fit
--   [ACC-H204] trial.verdict_id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   trial.verdict_id: what the conversion of its values left out
--   verdict.id: what the conversion of its values left out
-- Rows that stop this
--   verdict: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT id <> 0 AS id FROM verdict) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit trial: drop foreign key trial_verdict_id_fkey
ALTER TABLE trial DROP CONSTRAINT IF EXISTS trial_verdict_id_fkey;

-- accrete:step 2 autocommit trial.verdict_id: change type to boolean
CREATE DOMAIN IF NOT EXISTS trial_verdict_id_type AS boolean;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TRIAL' AND column_name = 'VERDICT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TRIAL_VERDICT_ID_TYPE')
    THEN 'ALTER TABLE trial ALTER COLUMN verdict_id SET DATA TYPE boolean USING verdict_id <> 0'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS trial_verdict_id_type;

-- accrete:step 3 autocommit verdict.id: change type to boolean
CREATE DOMAIN IF NOT EXISTS verdict_id_type AS boolean;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VERDICT' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VERDICT_ID_TYPE')
    THEN 'ALTER TABLE verdict ALTER COLUMN id SET DATA TYPE boolean USING id <> 0'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS verdict_id_type;

-- accrete:step 4 autocommit trial: add foreign key trial_verdict_id_fkey
ALTER TABLE trial ADD CONSTRAINT trial_verdict_id_fkey FOREIGN KEY (verdict_id) REFERENCES verdict (id);
