-- accrete:migration V0002 case postgresql
-- accrete:model 1:313a6883830ffa99a1631a1d8a739f69
-- accrete:verdict breaking
--
-- Changes
--   members   rename table from users                             Members
--   members   rename constraint from users_pkey to members_pkey   Members
-- Locks
--   members   ACCESS EXCLUSIVE, instant
--   users     ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] members: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=users users: rename to members
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users RENAME TO members;
ALTER TABLE members RENAME CONSTRAINT users_state_check TO members_state_check;
COMMIT;

-- accrete:step 2 transaction locks=members members: rename constraint users_pkey to members_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE members IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE members RENAME CONSTRAINT users_pkey TO members_pkey;
COMMIT;
