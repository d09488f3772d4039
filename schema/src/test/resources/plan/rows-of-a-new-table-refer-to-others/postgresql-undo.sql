-- accrete:undo V0002 case postgresql
-- accrete:model 1:d9de8a231330d91dd83eae781b6e60d2
-- accrete:verdict breaking
--
-- Changes
--   clerk      drop foreign key clerk_ring_id_fkey (ring_id) to key_ring        Clerk
--   clerk      drop foreign key clerk_id_fkey (id) to person                    Clerk
--   clerk      drop foreign key clerk_desk_fkey (desk_floor, desk_nr) to desk   Clerk
--   clerk      drop table                                                       Clerk
--   person     add foreign key person_ring_id_fkey (ring_id) to key_ring        Person
-- Locks
--   clerk      ACCESS EXCLUSIVE, instant
--   desk       ACCESS EXCLUSIVE, instant
--   key_ring   ACCESS EXCLUSIVE, instant
--   person     ACCESS EXCLUSIVE, instant
--   person     SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H202] clerk: the running version of the application still uses the table
--   [ACC-H301] clerk: its data is gone for good
--   [ACC-H401] person: no index starts with [ring_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   clerk: all rows
-- Rows that stop this
--   person: references to rows of key_ring that are not there
--     SELECT * FROM person c WHERE c.ring_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM key_ring p WHERE p.id = c.ring_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=key_ring,person person: add foreign key person_ring_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE key_ring, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_ring_id_fkey FOREIGN KEY (ring_id) REFERENCES key_ring (id) NOT VALID;
COMMIT;

-- accrete:step 2 transaction person: validate person_ring_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_ring_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=clerk,desk clerk: drop foreign key clerk_desk_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk, desk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk DROP CONSTRAINT clerk_desk_fkey;
COMMIT;

-- accrete:step 4 transaction locks=clerk,person clerk: drop foreign key clerk_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk DROP CONSTRAINT clerk_id_fkey;
COMMIT;

-- accrete:step 5 transaction locks=clerk,key_ring clerk: drop foreign key clerk_ring_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk, key_ring IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk DROP CONSTRAINT clerk_ring_id_fkey;
COMMIT;

-- accrete:step 6 transaction locks=clerk drop clerk
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE clerk;
COMMIT;
