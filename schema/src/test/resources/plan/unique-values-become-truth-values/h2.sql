-- accrete:migration V0002 case h2
-- accrete:model 1:6bcc40f6c3af6cba8a600cb561fa915a
-- accrete:verdict breaking
--
-- Changes
--   lamp.kind    change type from varchar(20) to varchar(5), using substring(kind from 1 for 5)   Lamp.kind
--   lamp.state   change type from varchar(20) to boolean, using state = 'on'                      Lamp.state
--   lamp         add unique constraint lamp_kind_key (kind)                                       Lamp
-- Locks
--   lamp         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] lamp.kind: the running version of the application may write values that no longer fit
--   [ACC-H204] lamp.state: the running version of the application may write values that no longer fit
--   [ACC-H205] lamp: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   lamp: the same values in kind after their conversion
--     SELECT kind, count(*) FROM (SELECT substring(kind from 1 for 5) AS kind FROM lamp) found WHERE kind IS NOT NULL GROUP BY kind HAVING count(*) > 1;
--   lamp: the same values in state, room after their conversion
--     SELECT state, room, count(*) FROM (SELECT state = 'on' AS state, room FROM lamp) found WHERE state IS NOT NULL GROUP BY state, room HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit lamp.kind: change type to varchar(5)
CREATE DOMAIN IF NOT EXISTS lamp_kind_type AS varchar(5);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LAMP' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LAMP_KIND_TYPE')
    THEN 'ALTER TABLE lamp ALTER COLUMN kind SET DATA TYPE varchar(5) USING substring(kind from 1 for 5)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS lamp_kind_type;

-- accrete:step 2 autocommit lamp.state: change type to boolean
CREATE DOMAIN IF NOT EXISTS lamp_state_type AS boolean;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LAMP' AND column_name = 'STATE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LAMP_STATE_TYPE')
    THEN 'ALTER TABLE lamp ALTER COLUMN state SET DATA TYPE boolean USING state = ''on'''
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS lamp_state_type;

-- accrete:step 3 autocommit lamp: add unique key lamp_kind_key
ALTER TABLE lamp ADD CONSTRAINT lamp_kind_key UNIQUE (kind);
