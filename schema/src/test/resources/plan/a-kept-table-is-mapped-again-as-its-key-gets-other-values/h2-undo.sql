-- accrete:undo V0002 case h2
-- accrete:model 1:3abe33b351407153085665fabea589d3
-- accrete:verdict compatible
--
-- Changes
--   version    drop foreign key version_part_resource_id_fkey (part, resource_id) to resource   Version
--   tag        drop foreign key tag_part_version_id_fkey (part, version_id) to version          Tag
--   version    drop primary key version_pkey (part, id)                                         Version
--   resource   drop primary key resource_pkey (part, id)                                        Resource
--   version    add primary key version_pkey (id)                                                Version
--   resource   add primary key resource_pkey (id)                                               Resource
--   version    add foreign key version_resource_id_fkey (resource_id) to resource               Version
-- Locks
--   resource   EXCLUSIVE, scan
--   tag        EXCLUSIVE, instant
--   version    EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] version: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   version.part: what the conversion of its values left out
-- Rows that stop this
--   version: the same values in id
--     SELECT id, count(*) FROM version GROUP BY id HAVING count(*) > 1;
--   resource: the same values in id
--     SELECT id, count(*) FROM resource GROUP BY id HAVING count(*) > 1;
--   version: references to rows of resource that are not there
--     SELECT * FROM version c WHERE NOT EXISTS (SELECT 1 FROM resource p WHERE p.id = c.resource_id);
-- The application version of this migration keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit tag: drop foreign key tag_part_version_id_fkey
ALTER TABLE tag DROP CONSTRAINT IF EXISTS tag_part_version_id_fkey;

-- accrete:step 2 autocommit version: drop foreign key version_part_resource_id_fkey
ALTER TABLE version DROP CONSTRAINT IF EXISTS version_part_resource_id_fkey;

-- accrete:step 3 autocommit resource: drop primary key resource_pkey
ALTER TABLE resource DROP CONSTRAINT IF EXISTS resource_pkey;

-- accrete:step 4 autocommit version: drop primary key version_pkey
ALTER TABLE version DROP CONSTRAINT IF EXISTS version_pkey;

-- accrete:step 5 autocommit resource: add primary key
ALTER TABLE resource ADD CONSTRAINT resource_pkey PRIMARY KEY (id);

-- accrete:step 6 autocommit version: add primary key
ALTER TABLE version ADD CONSTRAINT version_pkey PRIMARY KEY (id);

-- accrete:step 7 autocommit version: add foreign key version_resource_id_fkey
ALTER TABLE version ADD CONSTRAINT version_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource (id);
