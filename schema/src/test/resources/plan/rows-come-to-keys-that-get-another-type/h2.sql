-- accrete:migration V0002 case h2
-- accrete:model 1:76ef72531421ad8738b663b4d470f3f0
-- accrete:verdict breaking
--
-- Changes
--   device      fill with (id) select id from phone where not exists (select 1 from device c where c.id = phone.id)   Device
--   device.id   change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from device o) x where x.k = device.id)   Device.id
--   phone       add foreign key phone_id_fkey (id) to device                                                          Phone
-- Locks
--   device      EXCLUSIVE, rewrite
--   phone       EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] device: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H204] device.id: the running version of the application may write values that no longer fit
--   [ACC-H205] phone: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] phone: the running version fails when it writes rows, for it writes none of the same key to device
-- Rows that stop this
--   device: the same id in rows that it takes over and in rows that it has (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit device.id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS device_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from device o;

CREATE INDEX IF NOT EXISTS device_id_list1_n ON device_id_list1 (n);
CREATE INDEX IF NOT EXISTS device_id_list1_k ON device_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS device_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'DEVICE' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'DEVICE_ID_TYPE')
    THEN 'ALTER TABLE device ALTER COLUMN id SET DATA TYPE bigint USING (select x.n from device_id_list1 x where x.k = device.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS device_id_type;
DROP TABLE IF EXISTS device_id_list1;

-- accrete:step 2 transaction device: take over rows
BEGIN;
INSERT INTO device (id) select id from phone where not exists (select 1 from device c where c.id = phone.id);
COMMIT;

-- accrete:step 3 autocommit phone: add foreign key phone_id_fkey
ALTER TABLE phone ADD CONSTRAINT phone_id_fkey FOREIGN KEY (id) REFERENCES device (id);
