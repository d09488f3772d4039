-- accrete:migration V0002 case h2
-- accrete:model 1:058499cb5e824954c43560fe740987de
-- accrete:verdict breaking
--
-- Changes
--   visit          drop foreign key visit_day_at_fkey (day_at) to season   Visit
--   visit.day_at   change type from date to bigint, using (select x.n from (select o.began as k, row_number() over (order by o.began) as n from season o) x where x.k = visit.day_at)   Visit.dayAt
-- Locks
--   visit          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] visit.day_at: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit visit: drop foreign key visit_day_at_fkey
ALTER TABLE visit DROP CONSTRAINT IF EXISTS visit_day_at_fkey;

-- accrete:step 2 autocommit visit.day_at: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS visit_day_at_list1 AS
    select o.began as k, row_number() over (order by o.began) as n from season o;

CREATE INDEX IF NOT EXISTS visit_day_at_list1_n ON visit_day_at_list1 (n);
CREATE INDEX IF NOT EXISTS visit_day_at_list1_k ON visit_day_at_list1 (k);
CREATE DOMAIN IF NOT EXISTS visit_day_at_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VISIT' AND column_name = 'DAY_AT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VISIT_DAY_AT_TYPE')
    THEN 'ALTER TABLE visit ALTER COLUMN day_at SET DATA TYPE bigint USING (select x.n from visit_day_at_list1 x where x.k = visit.day_at)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS visit_day_at_type;
DROP TABLE IF EXISTS visit_day_at_list1;
