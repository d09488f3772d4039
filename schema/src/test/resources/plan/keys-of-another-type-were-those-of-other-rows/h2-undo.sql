-- accrete:undo V0002 case h2
-- accrete:model 1:fdb9e3c75d9fab0ac1d9b6d44a4b21b3
-- accrete:verdict breaking
--
-- Changes
--   screw.id    change type from bigint to uuid, using (select x.id from (select p.id, row_number() over (order by p.id) as n from part p) x join (select o.id as k1, row_number() over (order by o.id) as n from screw o) y on y.n = x.n where y.k1 = screw.id)   Screw.id
--   mast.area   change type from uuid to bigint, using (select x.area from (select p.area, row_number() over (order by p.area, p.nr) as n from site p) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr)   Mast.area
--   drill.id    change type from uuid to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from tool p) x join (select o.id as k1, row_number() over (order by o.id) as n from drill o) y on y.n = x.n where y.k1 = drill.id)   Drill.id
--   screw       add foreign key screw_id_fkey (id) to part                                     Screw
--   mast        look up what the references of mast_area_nr_fkey mean, whose keys are others   Mast
--   mast        add foreign key mast_area_nr_fkey (area, nr) to site                           Mast
--   drill       add foreign key drill_id_fkey (id) to tool                                     Drill
-- Locks
--   drill       EXCLUSIVE, rewrite
--   mast        EXCLUSIVE, rewrite
--   screw       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] screw.id: the running version of the application may write values that no longer fit
--   [ACC-H204] mast.area: the running version of the application may write values that no longer fit
--   [ACC-H204] drill.id: the running version of the application may write values that no longer fit
--   [ACC-H205] screw: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] screw: the running version fails when it writes rows, for it writes none of the same key to part
--   [ACC-H205] mast: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] mast: the running version fails when it writes rows, for it writes none of the same key to site
--   [ACC-H205] drill: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] drill: the running version fails when it writes rows, for it writes none of the same key to tool
-- Data that does not come back
--   mast: look up what the references of mast_area_nr_fkey mean, whose keys are others
--   drill.id: what the conversion of its values left out
--   mast.area: what the conversion of its values left out
--   screw.id: what the conversion of its values left out
-- Rows that stop this
--   screw.id: no value, where none is found for them (no query finds them before)
--   mast.area: no value, where none is found for them (no query finds them before)
--   drill.id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drill.id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS drill_id_list1 AS
    select p.id, row_number() over (order by p.id) as n from tool p;

CREATE INDEX IF NOT EXISTS drill_id_list1_id ON drill_id_list1 (id);
CREATE INDEX IF NOT EXISTS drill_id_list1_n ON drill_id_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS drill_id_list2 AS
    select o.id as k1, row_number() over (order by o.id) as n from drill o;

CREATE INDEX IF NOT EXISTS drill_id_list2_n ON drill_id_list2 (n);
CREATE INDEX IF NOT EXISTS drill_id_list2_k1 ON drill_id_list2 (k1);
CREATE DOMAIN IF NOT EXISTS drill_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'DRILL' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'DRILL_ID_TYPE')
    THEN 'ALTER TABLE drill ALTER COLUMN id SET DATA TYPE bigint USING (select x.id from drill_id_list1 x join drill_id_list2 y on y.n = x.n where y.k1 = drill.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS drill_id_type;
DROP TABLE IF EXISTS drill_id_list1;
DROP TABLE IF EXISTS drill_id_list2;

-- accrete:step 2 autocommit mast.area: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS mast_area_list1 AS
    select p.area, row_number() over (order by p.area, p.nr) as n from site p;

CREATE INDEX IF NOT EXISTS mast_area_list1_area ON mast_area_list1 (area);
CREATE INDEX IF NOT EXISTS mast_area_list1_n ON mast_area_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS mast_area_list2 AS
    select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o;

CREATE INDEX IF NOT EXISTS mast_area_list2_n ON mast_area_list2 (n);
CREATE INDEX IF NOT EXISTS mast_area_list2_k1 ON mast_area_list2 (k1);
CREATE INDEX IF NOT EXISTS mast_area_list2_k2 ON mast_area_list2 (k2);
CREATE DOMAIN IF NOT EXISTS mast_area_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'MAST' AND column_name = 'AREA')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'MAST_AREA_TYPE')
    THEN 'ALTER TABLE mast ALTER COLUMN area SET DATA TYPE bigint USING (select x.area from mast_area_list1 x join mast_area_list2 y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS mast_area_type;
DROP TABLE IF EXISTS mast_area_list1;
DROP TABLE IF EXISTS mast_area_list2;

-- accrete:step 3 autocommit screw.id: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS screw_id_list1 AS
    select p.id, row_number() over (order by p.id) as n from part p;

CREATE INDEX IF NOT EXISTS screw_id_list1_id ON screw_id_list1 (id);
CREATE INDEX IF NOT EXISTS screw_id_list1_n ON screw_id_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS screw_id_list2 AS
    select o.id as k1, row_number() over (order by o.id) as n from screw o;

CREATE INDEX IF NOT EXISTS screw_id_list2_n ON screw_id_list2 (n);
CREATE INDEX IF NOT EXISTS screw_id_list2_k1 ON screw_id_list2 (k1);
CREATE DOMAIN IF NOT EXISTS screw_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SCREW' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SCREW_ID_TYPE')
    THEN 'ALTER TABLE screw ALTER COLUMN id SET DATA TYPE uuid USING (select x.id from screw_id_list1 x join screw_id_list2 y on y.n = x.n where y.k1 = screw.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS screw_id_type;
DROP TABLE IF EXISTS screw_id_list1;
DROP TABLE IF EXISTS screw_id_list2;

-- accrete:step 4 autocommit mast: mend references to site
UPDATE mast SET area = (select x.area from (select p.area, row_number() over (order by p.area, p.nr) as n from site p where not exists (select 1 from mast c where c.area = p.area and c.nr = p.nr)) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o where not exists (select 1 from site p where o.area = p.area and o.nr = p.nr)) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr), nr = (select x.nr from (select p.nr, row_number() over (order by p.area, p.nr) as n from site p where not exists (select 1 from mast c where c.area = p.area and c.nr = p.nr)) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o where not exists (select 1 from site p where o.area = p.area and o.nr = p.nr)) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr)
    WHERE mast.area IS NOT NULL AND mast.nr IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM site r WHERE r.area = mast.area AND r.nr = mast.nr);

-- accrete:step 5 autocommit drill: add foreign key drill_id_fkey
ALTER TABLE drill ADD CONSTRAINT drill_id_fkey FOREIGN KEY (id) REFERENCES tool (id);

-- accrete:step 6 autocommit mast: add foreign key mast_area_nr_fkey
ALTER TABLE mast ADD CONSTRAINT mast_area_nr_fkey FOREIGN KEY (area, nr) REFERENCES site (area, nr);

-- accrete:step 7 autocommit screw: add foreign key screw_id_fkey
ALTER TABLE screw ADD CONSTRAINT screw_id_fkey FOREIGN KEY (id) REFERENCES part (id);
