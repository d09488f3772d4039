-- accrete:migration V0002 case h2
-- accrete:model 1:d27b6dee68f791f3b82202356f28f94f
-- accrete:verdict breaking
--
-- Changes
--   lamp.built   change type from integer to date, using date '1970-01-01' + cast((select x.n from (select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o) x where x.k1 = lamp.floor and x.k2 = lamp.room) as integer)   Lamp.built
--   lamp.maker   change type from uuid to integer, using (select x.n from (select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o) x where x.k1 = lamp.floor and x.k2 = lamp.room)   Lamp.maker
--   lamp         add unique constraint lamp_built_key (built)   Lamp
--   lamp         add unique constraint lamp_maker_key (maker)   Lamp
-- Locks
--   lamp         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] lamp.built: the running version of the application may write values that no longer fit
--   [ACC-H204] lamp.maker: the running version of the application may write values that no longer fit
--   [ACC-H205] lamp: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] lamp: the migration stops at duplicates, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit lamp.built: change type to date
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS lamp_built_list1 AS
    select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o;

CREATE INDEX IF NOT EXISTS lamp_built_list1_n ON lamp_built_list1 (n);
CREATE INDEX IF NOT EXISTS lamp_built_list1_k1 ON lamp_built_list1 (k1);
CREATE INDEX IF NOT EXISTS lamp_built_list1_k2 ON lamp_built_list1 (k2);
CREATE DOMAIN IF NOT EXISTS lamp_built_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LAMP' AND column_name = 'BUILT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LAMP_BUILT_TYPE')
    THEN 'ALTER TABLE lamp ALTER COLUMN built SET DATA TYPE date USING date ''1970-01-01'' + cast((select x.n from lamp_built_list1 x where x.k1 = lamp.floor and x.k2 = lamp.room) as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS lamp_built_type;
DROP TABLE IF EXISTS lamp_built_list1;

-- accrete:step 2 autocommit lamp.maker: change type to integer
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS lamp_maker_list1 AS
    select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n from lamp o;

CREATE INDEX IF NOT EXISTS lamp_maker_list1_n ON lamp_maker_list1 (n);
CREATE INDEX IF NOT EXISTS lamp_maker_list1_k1 ON lamp_maker_list1 (k1);
CREATE INDEX IF NOT EXISTS lamp_maker_list1_k2 ON lamp_maker_list1 (k2);
CREATE DOMAIN IF NOT EXISTS lamp_maker_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LAMP' AND column_name = 'MAKER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LAMP_MAKER_TYPE')
    THEN 'ALTER TABLE lamp ALTER COLUMN maker SET DATA TYPE integer USING (select x.n from lamp_maker_list1 x where x.k1 = lamp.floor and x.k2 = lamp.room)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS lamp_maker_type;
DROP TABLE IF EXISTS lamp_maker_list1;

-- accrete:step 3 autocommit lamp: add unique key lamp_built_key
ALTER TABLE lamp ADD CONSTRAINT lamp_built_key UNIQUE (built);

-- accrete:step 4 autocommit lamp: add unique key lamp_maker_key
ALTER TABLE lamp ADD CONSTRAINT lamp_maker_key UNIQUE (maker);
