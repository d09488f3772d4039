-- accrete:undo V0002 case postgresql
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   pets    drop foreign key pets_owner_id_fkey (owner_id) to users   Pets
--   pets    drop table                                                Pets
-- Locks
--   pets    ACCESS EXCLUSIVE, instant
--   users   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] pets: the running version of the application still uses the table
--   [ACC-H301] pets: its data is gone for good
-- Data that does not come back
--   pets: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=pets,users pets: drop foreign key pets_owner_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pets, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pets DROP CONSTRAINT pets_owner_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=pets drop pets
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pets IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE pets;
COMMIT;
