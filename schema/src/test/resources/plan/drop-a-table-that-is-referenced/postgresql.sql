-- accrete:migration V0002 case postgresql
-- accrete:model 1:77dca767cb38cf305de5bd1815f584c1
-- accrete:verdict breaking
--
-- Changes
--   users           drop foreign key users_team_id_fkey (team_id) to team    Users
--   users           keep with unmapped column: users_team_id_idx (team_id)   Users
--   users.team_id   keep unmapped column on purpose                          Users
--   users.team_id   drop not null of unmapped column                         Users
--   team            drop table
-- Locks
--   team            ACCESS EXCLUSIVE, instant
--   users           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] team: the running version of the application still uses the table
--   [ACC-H301] team: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=team,users users: drop foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE team, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_team_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=users users.team_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN team_id DROP NOT NULL;
COMMIT;

-- accrete:step 3 transaction locks=team drop team
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE team;
COMMIT;
