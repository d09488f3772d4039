-- accrete:undo V0002 case postgresql
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
--   entry                   ACCESS EXCLUSIVE, instant
--   entry                   SHARE UPDATE EXCLUSIVE, scan
--   resource                ACCESS EXCLUSIVE, instant
--   resource                SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] entry: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] entry: no index starts with [resource_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   entry.partition_id: what the conversion of its values left out
-- Rows that stop this
--   resource: the same values in id
--     SELECT id, count(*) FROM resource GROUP BY id HAVING count(*) > 1;
--   entry: references to rows of resource that are not there
--     SELECT * FROM entry c WHERE c.resource_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource p WHERE p.id = c.resource_id);
-- The application version of this migration keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=entry,resource entry: drop foreign key entry_partition_id_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry, resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry DROP CONSTRAINT entry_partition_id_resource_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=entry entry.partition_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ALTER COLUMN partition_id DROP NOT NULL;
COMMIT;

-- accrete:step 3 autocommit index=resource_id_new_idx resource: build index resource_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY resource_id_new_idx ON resource (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=resource resource: change primary key resource_pkey; resource.partition_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE resource DROP CONSTRAINT resource_pkey,
    ADD CONSTRAINT resource_pkey PRIMARY KEY USING INDEX resource_id_new_idx;

ALTER TABLE resource ALTER COLUMN partition_id DROP NOT NULL;
COMMIT;

-- accrete:step 5 transaction locks=entry,resource entry: add foreign key entry_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry, resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ADD CONSTRAINT entry_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction entry: validate entry_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE entry VALIDATE CONSTRAINT entry_resource_id_fkey;
COMMIT;
