-- accrete:migration V0002 case h2
-- accrete:model 1:0ef064f8ab404a503b6e425f1b4e51ab
-- accrete:verdict breaking
--
-- Changes
--   trial.verdict_id   change type from boolean to bigint, using case when verdict_id then 1 when not verdict_id then 0 end   Trial.verdictId
--   verdict.id         change type from boolean to bigint, using case when id then 1 when not id then 0 end                   Verdict.id
-- Locks
--   trial              EXCLUSIVE, rewrite
--   verdict            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] trial.verdict_id: the running version of the application may write values that no longer fit
--   [ACC-H204] verdict.id: the running version of the application may write values that no longer fit
-- Rows that stop this
--   verdict: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT case when id then 1 when not id then 0 end AS id FROM verdict) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit trial: drop foreign key trial_verdict_id_fkey
ALTER TABLE trial DROP CONSTRAINT IF EXISTS trial_verdict_id_fkey;

-- accrete:step 2 autocommit trial.verdict_id: change type to bigint
CREATE DOMAIN IF NOT EXISTS trial_verdict_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TRIAL' AND column_name = 'VERDICT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TRIAL_VERDICT_ID_TYPE')
    THEN 'ALTER TABLE trial ALTER COLUMN verdict_id SET DATA TYPE bigint USING case when verdict_id then 1 when not verdict_id then 0 end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS trial_verdict_id_type;

-- accrete:step 3 autocommit verdict.id: change type to bigint
CREATE DOMAIN IF NOT EXISTS verdict_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VERDICT' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VERDICT_ID_TYPE')
    THEN 'ALTER TABLE verdict ALTER COLUMN id SET DATA TYPE bigint USING case when id then 1 when not id then 0 end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS verdict_id_type;

-- accrete:step 4 autocommit trial: add foreign key trial_verdict_id_fkey
ALTER TABLE trial ADD CONSTRAINT trial_verdict_id_fkey FOREIGN KEY (verdict_id) REFERENCES verdict (id);
