-- accrete:migration V0002 case h2
-- accrete:model 1:790853fa6aac36682dcb3d05a3367a06
-- accrete:verdict breaking
--
-- Changes
--   visit            drop foreign key visit_guide_id_fkey (guide_id) to walker   Visit
--   walker           drop foreign key walker_next_id_fkey (next_id) to walker    Walker
--   walker           keep with unmapped column: walker_next_id_key (next_id)     Walker
--   visit.guide_id   keep unmapped column                                        Visit
--   walker.next_id   keep unmapped column                                        Walker
--   visit.guide_id   drop not null of unmapped column                            Visit
--   walker.next_id   drop not null of unmapped column                            Walker
--   walker.id        change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from walker o) x where x.k = walker.id)   Walker.id
-- Locks
--   visit            EXCLUSIVE, instant
--   walker           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] walker.id: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit visit: drop foreign key visit_guide_id_fkey
ALTER TABLE visit DROP CONSTRAINT IF EXISTS visit_guide_id_fkey;

-- accrete:step 2 autocommit walker: drop foreign key walker_next_id_fkey
ALTER TABLE walker DROP CONSTRAINT IF EXISTS walker_next_id_fkey;

-- accrete:step 3 autocommit visit.guide_id: accept rows without a value
ALTER TABLE visit ALTER COLUMN guide_id DROP NOT NULL;

-- accrete:step 4 autocommit walker.id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS walker_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from walker o;

CREATE INDEX IF NOT EXISTS walker_id_list1_n ON walker_id_list1 (n);
CREATE INDEX IF NOT EXISTS walker_id_list1_k ON walker_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS walker_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'WALKER' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'WALKER_ID_TYPE')
    THEN 'ALTER TABLE walker ALTER COLUMN id SET DATA TYPE bigint USING (select x.n from walker_id_list1 x where x.k = walker.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS walker_id_type;
DROP TABLE IF EXISTS walker_id_list1;

-- accrete:step 5 autocommit walker.next_id: accept rows without a value
ALTER TABLE walker ALTER COLUMN next_id DROP NOT NULL;
