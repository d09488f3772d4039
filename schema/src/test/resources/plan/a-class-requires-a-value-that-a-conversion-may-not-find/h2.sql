-- accrete:migration V0002 case h2
-- accrete:model 1:60ee4e384ec6b1947bc7d80af8107758
-- accrete:verdict breaking
--
-- Changes
--   device          drop check device_check   Device
--   device.active   change type from varchar(20) to boolean, using case when lower(active) in ('true', 'yes') then true when kind = 'Lamp' or lower(active) in ('false', 'no') then false end   Device.active
--   device          add check device_check    Device
-- Locks
--   device          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] device.active: the running version of the application may write values that no longer fit
--   [ACC-H203] device: rows that the running version writes without id fail
--   [ACC-H205] device: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   device: what device_check refuses
--     SELECT * FROM device WHERE NOT (kind <> 'Lamp' or ((case when lower(active) in ('true', 'yes') then true when kind = 'Lamp' or lower(active) in ('false', 'no') then false end) is not null and id is not null));
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit device: drop check device_check
ALTER TABLE device DROP CONSTRAINT IF EXISTS device_check;

-- accrete:step 2 autocommit device.active: change type to boolean
CREATE DOMAIN IF NOT EXISTS device_active_type AS boolean;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'DEVICE' AND column_name = 'ACTIVE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'DEVICE_ACTIVE_TYPE')
    THEN 'ALTER TABLE device ALTER COLUMN active SET DATA TYPE boolean USING case when lower(active) in (''true'', ''yes'') then true when kind = ''Lamp'' or lower(active) in (''false'', ''no'') then false end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS device_active_type;

-- accrete:step 3 autocommit device: add check device_check
ALTER TABLE device ADD CONSTRAINT device_check CHECK (kind <> 'Lamp' or (active is not null and id is not null));
