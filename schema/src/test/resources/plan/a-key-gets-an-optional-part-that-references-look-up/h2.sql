-- accrete:migration V0002 case h2
-- accrete:model 1:b3104af2fa7ea52388c8aeacb5912971
-- accrete:verdict breaking
--
-- Changes
--   entry                   drop foreign key entry_resource_id_fkey (resource_id) to resource                             Entry
--   resource                drop primary key resource_pkey (id)                                                           Resource
--   entry.partition_id      replace values, using coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only))   Entry.partitionId
--   entry.partition_id      set not null, existing rows: coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only))   Entry.partitionId
--   resource.partition_id   set not null, existing rows: 0                                                                Resource.partitionId
--   resource                add primary key resource_pkey (partition_id, id)                                              Resource
--   entry                   add foreign key entry_partition_id_resource_id_fkey (partition_id, resource_id) to resource   Entry
-- Locks
--   entry                   EXCLUSIVE, rewrite
--   resource                EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] entry.partition_id: writes of the running version that leave the column empty fail
--   [ACC-H203] resource.partition_id: writes of the running version that leave the column empty fail
--   [ACC-H205] entry: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   entry.partition_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit entry: drop foreign key entry_resource_id_fkey
ALTER TABLE entry DROP CONSTRAINT IF EXISTS entry_resource_id_fkey;

-- accrete:step 2 autocommit resource: drop primary key resource_pkey
ALTER TABLE resource DROP CONSTRAINT IF EXISTS resource_pkey;

-- accrete:step 3 autocommit resource.partition_id: alter column
UPDATE resource SET partition_id = 0 WHERE partition_id IS NULL;
ALTER TABLE resource ALTER COLUMN partition_id SET NOT NULL;

-- accrete:step 4 autocommit entry.partition_id: convert values
CREATE DOMAIN IF NOT EXISTS entry_partition_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ENTRY' AND column_name = 'PARTITION_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ENTRY_PARTITION_ID_TYPE')
    THEN 'ALTER TABLE entry ALTER COLUMN partition_id SET DATA TYPE bigint USING coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS entry_partition_id_type;

-- accrete:step 5 autocommit entry.partition_id: alter column
ALTER TABLE entry ALTER COLUMN partition_id SET DATA TYPE integer;
UPDATE entry SET partition_id = coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only)) WHERE partition_id IS NULL;
ALTER TABLE entry ALTER COLUMN partition_id SET NOT NULL;

-- accrete:step 6 autocommit resource: add primary key
ALTER TABLE resource ADD CONSTRAINT resource_pkey PRIMARY KEY (partition_id, id);

-- accrete:step 7 autocommit entry: add foreign key entry_partition_id_resource_id_fkey
ALTER TABLE entry ADD CONSTRAINT entry_partition_id_resource_id_fkey FOREIGN KEY (partition_id, resource_id) REFERENCES resource (partition_id, id);
