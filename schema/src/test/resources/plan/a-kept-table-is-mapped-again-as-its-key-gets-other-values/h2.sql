-- accrete:migration V0002 case h2
-- accrete:model 1:bd172e3ca6aa336d7d50238a9a8330f7
-- accrete:verdict compatible
--
-- Changes
--   tag            map kept table again                                                                     Tag
--   version        drop foreign key version_resource_id_fkey (resource_id) to resource                      Version
--   resource       drop primary key resource_pkey (id)                                                      Resource
--   version        drop primary key version_pkey (id)                                                       Version
--   version.part   replace values, using (select r.part from resource r where r.id = version.resource_id)   Version.part
--   resource       add primary key resource_pkey (part, id)                                                 Resource
--   version        add primary key version_pkey (part, id)                                                  Version
--   tag            add foreign key tag_part_version_id_fkey (part, version_id) to version                   Tag
--   version        add foreign key version_part_resource_id_fkey (part, resource_id) to resource            Version
-- Locks
--   resource       EXCLUSIVE, scan
--   tag            EXCLUSIVE, scan
--   version        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] version: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   tag: references to rows of version that are not there (no query finds them before)
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit version: drop foreign key version_resource_id_fkey
ALTER TABLE version DROP CONSTRAINT IF EXISTS version_resource_id_fkey;

-- accrete:step 2 autocommit resource: drop primary key resource_pkey
ALTER TABLE resource DROP CONSTRAINT IF EXISTS resource_pkey;

-- accrete:step 3 autocommit version: drop primary key version_pkey
ALTER TABLE version DROP CONSTRAINT IF EXISTS version_pkey;

-- accrete:step 4 autocommit version.part: convert values
CREATE DOMAIN IF NOT EXISTS version_part_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VERSION' AND column_name = 'PART')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VERSION_PART_TYPE')
    THEN 'ALTER TABLE version ALTER COLUMN part SET DATA TYPE bigint USING (select r.part from resource r where r.id = version.resource_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS version_part_type;

-- accrete:step 5 autocommit version.part: alter column
ALTER TABLE version ALTER COLUMN part SET DATA TYPE integer;

-- accrete:step 6 autocommit resource: add primary key
ALTER TABLE resource ADD CONSTRAINT resource_pkey PRIMARY KEY (part, id);

-- accrete:step 7 autocommit version: add primary key
ALTER TABLE version ADD CONSTRAINT version_pkey PRIMARY KEY (part, id);

-- accrete:step 8 autocommit tag: add foreign key tag_part_version_id_fkey
ALTER TABLE tag ADD CONSTRAINT tag_part_version_id_fkey FOREIGN KEY (part, version_id) REFERENCES version (part, id);

-- accrete:step 9 autocommit version: add foreign key version_part_resource_id_fkey
ALTER TABLE version ADD CONSTRAINT version_part_resource_id_fkey FOREIGN KEY (part, resource_id) REFERENCES resource (part, id);
