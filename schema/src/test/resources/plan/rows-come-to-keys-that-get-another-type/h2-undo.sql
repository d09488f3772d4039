-- accrete:undo V0002 case h2
-- accrete:model 1:c27a4ba95c89f6adc048f4cc06626dd9
-- accrete:verdict breaking
--
-- Changes
--   phone       drop foreign key phone_id_fkey (id) to device   Phone
--   device.id   change type from bigint to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from device o) x where x.k = device.id) as varchar), 32, '0') as uuid)   Device.id
-- Locks
--   device      EXCLUSIVE, rewrite
--   phone       EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] device.id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   device.id: what the conversion of its values left out
--   device: rows that were taken over stay
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit phone: drop foreign key phone_id_fkey
ALTER TABLE phone DROP CONSTRAINT IF EXISTS phone_id_fkey;

-- accrete:step 2 autocommit device.id: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS device_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from device o;

CREATE INDEX IF NOT EXISTS device_id_list1_n ON device_id_list1 (n);
CREATE INDEX IF NOT EXISTS device_id_list1_k ON device_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS device_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'DEVICE' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'DEVICE_ID_TYPE')
    THEN 'ALTER TABLE device ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast((select x.n from device_id_list1 x where x.k = device.id) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS device_id_type;
DROP TABLE IF EXISTS device_id_list1;
