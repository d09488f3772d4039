-- accrete:migration V0002 case h2
-- accrete:model 1:00393043f3a94fac404ce165b05aa1a2
-- accrete:verdict breaking
--
-- Changes
--   drill       drop foreign key drill_id_fkey (id) to tool                                                 Drill
--   mast        drop foreign key mast_area_nr_fkey (area, nr) to site                                       Mast
--   screw       drop foreign key screw_id_fkey (id) to part                                                 Screw
--   drill.id    change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)     Drill.id
--   mast.area   change type from bigint to uuid, using cast(lpad(cast(area as varchar), 32, '0') as uuid)   Mast.area
--   screw.id    change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from screw o) x where x.k = screw.id)   Screw.id
-- Locks
--   drill       EXCLUSIVE, rewrite
--   mast        EXCLUSIVE, rewrite
--   screw       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] drill.id: the running version of the application may write values that no longer fit
--   [ACC-H204] mast.area: the running version of the application may write values that no longer fit
--   [ACC-H204] screw.id: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit drill: drop foreign key drill_id_fkey
ALTER TABLE drill DROP CONSTRAINT IF EXISTS drill_id_fkey;

-- accrete:step 2 autocommit mast: drop foreign key mast_area_nr_fkey
ALTER TABLE mast DROP CONSTRAINT IF EXISTS mast_area_nr_fkey;

-- accrete:step 3 autocommit screw: drop foreign key screw_id_fkey
ALTER TABLE screw DROP CONSTRAINT IF EXISTS screw_id_fkey;

-- accrete:step 4 autocommit drill.id: change type to uuid
CREATE DOMAIN IF NOT EXISTS drill_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'DRILL' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'DRILL_ID_TYPE')
    THEN 'ALTER TABLE drill ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast(id as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS drill_id_type;

-- accrete:step 5 autocommit mast.area: change type to uuid
CREATE DOMAIN IF NOT EXISTS mast_area_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'MAST' AND column_name = 'AREA')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'MAST_AREA_TYPE')
    THEN 'ALTER TABLE mast ALTER COLUMN area SET DATA TYPE uuid USING cast(lpad(cast(area as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS mast_area_type;

-- accrete:step 6 autocommit screw.id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS screw_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from screw o;

CREATE INDEX IF NOT EXISTS screw_id_list1_n ON screw_id_list1 (n);
CREATE INDEX IF NOT EXISTS screw_id_list1_k ON screw_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS screw_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SCREW' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SCREW_ID_TYPE')
    THEN 'ALTER TABLE screw ALTER COLUMN id SET DATA TYPE bigint USING (select x.n from screw_id_list1 x where x.k = screw.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS screw_id_type;
DROP TABLE IF EXISTS screw_id_list1;
