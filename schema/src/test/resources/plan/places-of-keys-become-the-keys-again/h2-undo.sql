-- accrete:undo V0002 case h2
-- accrete:model 1:c604bde739d35797f2d316b9292d0111
-- accrete:verdict breaking
--
-- Changes
--   visit.day_at   change type from bigint to date, using coalesce((select x.k from (select o.began as k, row_number() over (order by o.began) as n from season o) x where x.n = visit.day_at), (select x.began from (select p.began, row_number() over (order by p.began) as n from season p) x join (select o.id as k1, row_number() over (order by o.id) as n from visit o) y on y.n = x.n where y.k1 = visit.id))   Visit.dayAt
--   visit          add foreign key visit_day_at_fkey (day_at) to season   Visit
-- Locks
--   visit          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] visit.day_at: the running version of the application may write values that no longer fit
--   [ACC-H205] visit: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   visit.day_at: what the conversion of its values left out
-- Rows that stop this
--   visit.day_at: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit visit.day_at: change type to date
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS visit_day_at_list1 AS
    select o.began as k, row_number() over (order by o.began) as n from season o;

CREATE INDEX IF NOT EXISTS visit_day_at_list1_k ON visit_day_at_list1 (k);
CREATE INDEX IF NOT EXISTS visit_day_at_list1_n ON visit_day_at_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS visit_day_at_list2 AS
    select p.began, row_number() over (order by p.began) as n from season p;

CREATE INDEX IF NOT EXISTS visit_day_at_list2_began ON visit_day_at_list2 (began);
CREATE INDEX IF NOT EXISTS visit_day_at_list2_n ON visit_day_at_list2 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS visit_day_at_list3 AS
    select o.id as k1, row_number() over (order by o.id) as n from visit o;

CREATE INDEX IF NOT EXISTS visit_day_at_list3_n ON visit_day_at_list3 (n);
CREATE INDEX IF NOT EXISTS visit_day_at_list3_k1 ON visit_day_at_list3 (k1);
CREATE DOMAIN IF NOT EXISTS visit_day_at_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VISIT' AND column_name = 'DAY_AT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VISIT_DAY_AT_TYPE')
    THEN 'ALTER TABLE visit ALTER COLUMN day_at SET DATA TYPE date USING coalesce((select x.k from visit_day_at_list1 x where x.n = visit.day_at), (select x.began from visit_day_at_list2 x join visit_day_at_list3 y on y.n = x.n where y.k1 = visit.id))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS visit_day_at_type;
DROP TABLE IF EXISTS visit_day_at_list1;
DROP TABLE IF EXISTS visit_day_at_list2;
DROP TABLE IF EXISTS visit_day_at_list3;

-- accrete:step 2 autocommit visit: add foreign key visit_day_at_fkey
ALTER TABLE visit ADD CONSTRAINT visit_day_at_fkey FOREIGN KEY (day_at) REFERENCES season (began);
