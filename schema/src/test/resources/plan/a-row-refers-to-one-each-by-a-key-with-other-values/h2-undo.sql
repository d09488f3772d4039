-- accrete:undo V0002 case h2
-- accrete:model 1:7700b6660126b37211b74e850a87fa88
-- accrete:verdict breaking
--
-- Changes
--   walker.id        change type from bigint to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from walker o) x where x.k = walker.id) as varchar), 32, '0') as uuid)   Walker.id
--   walker.next_id   set not null, existing rows: case when row_number() over (order by id) <= (select count(*) from walker p where not exists (select 1 from walker c where c.next_id = p.id)) then (select array_agg(p.id order by p.id) from walker p where not exists (select 1 from walker c where c.next_id = p.id))[row_number() over (order by id)] end   Walker
--   visit.guide_id   set not null, existing rows: (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY)   Visit
--   walker           give references that walker_next_id_fkey misses other rows of walker                    Walker
--   walker           add foreign key walker_next_id_fkey (next_id) to walker                                 Walker
--   visit            add empty rows to walker that visit_guide_id_fkey misses                                Visit
--   visit            add foreign key visit_guide_id_fkey (guide_id) to walker                                Visit
-- Locks
--   visit            EXCLUSIVE, scan
--   walker           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] walker.id: the running version of the application may write values that no longer fit
--   [ACC-H203] walker.next_id: writes of the running version that leave the column empty fail
--   [ACC-H203] visit.guide_id: writes of the running version that leave the column empty fail
-- Data that does not come back
--   visit: add empty rows to walker that visit_guide_id_fkey misses
--   walker: give references that walker_next_id_fkey misses other rows of walker
--   visit.guide_id: rows without a value get (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY)
--   walker.next_id: rows without a value get case when row_number() over (order by id) <= (select count(*) from walker p where not exists (select 1 from walker c where c.next_id = p.id)) then (select array_agg(p.id order by p.id) from walker p where not exists (select 1 from walker c where c.next_id = p.id))[row_number() over (order by id)] end
--   walker.id: what the conversion of its values left out
-- Rows that stop this
--   walker.next_id: no value, where none is found for them (no query finds them before)
--   visit.guide_id: no value, where none is found for them
--     SELECT * FROM visit WHERE guide_id IS NULL AND (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY) IS NULL;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit walker.id: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS walker_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from walker o;

CREATE INDEX IF NOT EXISTS walker_id_list1_n ON walker_id_list1 (n);
CREATE INDEX IF NOT EXISTS walker_id_list1_k ON walker_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS walker_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'WALKER' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'WALKER_ID_TYPE')
    THEN 'ALTER TABLE walker ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast((select x.n from walker_id_list1 x where x.k = walker.id) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS walker_id_type;
DROP TABLE IF EXISTS walker_id_list1;

-- accrete:step 2 autocommit visit.guide_id: alter column
UPDATE visit SET guide_id = (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY) WHERE guide_id IS NULL;
ALTER TABLE visit ALTER COLUMN guide_id SET NOT NULL;

-- accrete:step 3 autocommit walker.next_id: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS walker_next_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from walker p where not exists (select 1 from walker c where c.next_id = p.id)) then (select array_agg(p.id order by p.id) from walker p where not exists (select 1 from walker c where c.next_id = p.id))[row_number() over (order by id)] end AS found
    FROM walker
    WHERE next_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS walker_next_id_place ON walker_next_id_values (key_1);
UPDATE walker SET next_id = (SELECT v.found FROM walker_next_id_values v WHERE v.key_1 = walker.id) WHERE next_id IS NULL;
DROP TABLE IF EXISTS walker_next_id_values;
ALTER TABLE walker ALTER COLUMN next_id SET NOT NULL;

-- accrete:step 4 autocommit walker: mend references to walker
UPDATE walker SET next_id = (select x.id from (select p.id, row_number() over (order by p.id) as n from walker p where not exists (select 1 from walker c where c.next_id = p.id)) x join (select o.id as k1, row_number() over (order by o.id) as n from walker o where not exists (select 1 from walker p where o.next_id = p.id)) y on y.n = x.n where y.k1 = walker.id)
    WHERE walker.next_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM walker r WHERE r.id = walker.next_id);

-- accrete:step 5 autocommit visit: mend references to walker
INSERT INTO walker (id, next_id)
    SELECT id, id FROM (SELECT DISTINCT visit.guide_id AS id FROM visit
    WHERE visit.guide_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM walker r WHERE r.id = visit.guide_id)) k;

-- accrete:step 6 autocommit visit: add foreign key visit_guide_id_fkey
ALTER TABLE visit ADD CONSTRAINT visit_guide_id_fkey FOREIGN KEY (guide_id) REFERENCES walker (id);

-- accrete:step 7 autocommit walker: add foreign key walker_next_id_fkey
ALTER TABLE walker ADD CONSTRAINT walker_next_id_fkey FOREIGN KEY (next_id) REFERENCES walker (id);
