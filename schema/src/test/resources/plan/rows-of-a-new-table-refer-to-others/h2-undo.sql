-- accrete:undo V0002 case h2
-- accrete:model 1:d9de8a231330d91dd83eae781b6e60d2
-- accrete:verdict breaking
--
-- Changes
--   clerk    drop foreign key clerk_ring_id_fkey (ring_id) to key_ring        Clerk
--   clerk    drop foreign key clerk_id_fkey (id) to person                    Clerk
--   clerk    drop foreign key clerk_desk_fkey (desk_floor, desk_nr) to desk   Clerk
--   clerk    drop table                                                       Clerk
--   person   add foreign key person_ring_id_fkey (ring_id) to key_ring        Person
-- Locks
--   person   EXCLUSIVE, scan
-- Hazards
--   [ACC-H202] clerk: the running version of the application still uses the table
--   [ACC-H301] clerk: its data is gone for good
-- Data that does not come back
--   clerk: all rows
-- Rows that stop this
--   person: references to rows of key_ring that are not there
--     SELECT * FROM person c WHERE c.ring_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM key_ring p WHERE p.id = c.ring_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit person: add foreign key person_ring_id_fkey
ALTER TABLE person ADD CONSTRAINT person_ring_id_fkey FOREIGN KEY (ring_id) REFERENCES key_ring (id);

-- accrete:step 2 autocommit drop clerk
ALTER TABLE IF EXISTS clerk DROP CONSTRAINT IF EXISTS clerk_desk_fkey;
ALTER TABLE IF EXISTS clerk DROP CONSTRAINT IF EXISTS clerk_id_fkey;
ALTER TABLE IF EXISTS clerk DROP CONSTRAINT IF EXISTS clerk_ring_id_fkey;
DROP TABLE IF EXISTS clerk;
