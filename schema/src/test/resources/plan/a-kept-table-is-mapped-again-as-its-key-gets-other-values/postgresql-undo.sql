-- accrete:undo V0002 case postgresql
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
--   resource   ACCESS EXCLUSIVE, instant
--   resource   SHARE UPDATE EXCLUSIVE, scan
--   tag        ACCESS EXCLUSIVE, instant
--   version    ACCESS EXCLUSIVE, instant
--   version    SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] version: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] version: no index starts with [resource_id], so each delete of a referenced row reads the whole table
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

-- accrete:step 1 transaction locks=tag,version tag: drop foreign key tag_part_version_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tag, version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tag DROP CONSTRAINT tag_part_version_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=resource,version version: drop foreign key version_part_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource, version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE version DROP CONSTRAINT version_part_resource_id_fkey;
COMMIT;

-- accrete:step 3 autocommit index=resource_id_new_idx resource: build index resource_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY resource_id_new_idx ON resource (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=resource resource: change primary key resource_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE resource DROP CONSTRAINT resource_pkey,
    ADD CONSTRAINT resource_pkey PRIMARY KEY USING INDEX resource_id_new_idx;
COMMIT;

-- accrete:step 5 autocommit index=version_id_new_idx version: build index version_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY version_id_new_idx ON version (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 6 transaction locks=version version: change primary key version_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE version DROP CONSTRAINT version_pkey,
    ADD CONSTRAINT version_pkey PRIMARY KEY USING INDEX version_id_new_idx;
COMMIT;

-- accrete:step 7 transaction locks=resource,version version: add foreign key version_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource, version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE version ADD CONSTRAINT version_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource (id) NOT VALID;
COMMIT;

-- accrete:step 8 transaction version: validate version_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE version VALIDATE CONSTRAINT version_resource_id_fkey;
COMMIT;
