-- accrete:undo V0002 case h2
-- accrete:model 1:faa95c9c5ecfb4b65b04675786226282
-- accrete:verdict compatible
--
-- Changes
--   entry                   drop foreign key entry_partition_id_resource_id_fkey (partition_id, resource_id) to resource   Entry
--   resource                drop primary key resource_pkey (partition_id, id)                                              Resource
--   resource.partition_id   drop not null                                                                                  Resource.partitionId
--   entry.partition_id      drop not null                                                                                  Entry.partitionId
--   entry.partition_id      replace values                                                                                 Entry.partitionId
--   resource                add primary key resource_pkey (id)                                                             Resource
--   entry                   add foreign key entry_resource_id_fkey (resource_id) to resource                               Entry
-- Locks
--   entry                   EXCLUSIVE, scan
--   resource                EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] entry: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   entry.partition_id: what the conversion of its values left out
-- Rows that stop this
--   resource: the same values in id
--     SELECT id, count(*) FROM resource GROUP BY id HAVING count(*) > 1;
--   entry: references to rows of resource that are not there
--     SELECT * FROM entry c WHERE c.resource_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource p WHERE p.id = c.resource_id);
-- The application version of this migration keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit entry: drop foreign key entry_partition_id_resource_id_fkey
ALTER TABLE entry DROP CONSTRAINT IF EXISTS entry_partition_id_resource_id_fkey;

-- accrete:step 2 autocommit resource: drop primary key resource_pkey
ALTER TABLE resource DROP CONSTRAINT IF EXISTS resource_pkey;

-- accrete:step 3 autocommit entry.partition_id: accept rows without a value
ALTER TABLE entry ALTER COLUMN partition_id DROP NOT NULL;

-- accrete:step 4 autocommit resource.partition_id: accept rows without a value
ALTER TABLE resource ALTER COLUMN partition_id DROP NOT NULL;

-- accrete:step 5 autocommit resource: add primary key
ALTER TABLE resource ADD CONSTRAINT resource_pkey PRIMARY KEY (id);

-- accrete:step 6 autocommit entry: add foreign key entry_resource_id_fkey
ALTER TABLE entry ADD CONSTRAINT entry_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource (id);
