-- accrete:undo V0002 case h2
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   pets   drop foreign key pets_owner_id_fkey (owner_id) to users   Pets
--   pets   drop table                                                Pets
-- Locks
--   none
-- Hazards
--   [ACC-H202] pets: the running version of the application still uses the table
--   [ACC-H301] pets: its data is gone for good
-- Data that does not come back
--   pets: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop pets
ALTER TABLE IF EXISTS pets DROP CONSTRAINT IF EXISTS pets_owner_id_fkey;
DROP TABLE IF EXISTS pets;
