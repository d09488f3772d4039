-- accrete:migration V0002 case h2
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
--   users           EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] team: the running version of the application still uses the table
--   [ACC-H301] team: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users: drop foreign key users_team_id_fkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_team_id_fkey;

-- accrete:step 2 autocommit users.team_id: accept rows without a value
ALTER TABLE users ALTER COLUMN team_id DROP NOT NULL;

-- accrete:step 3 autocommit drop team
DROP TABLE IF EXISTS team;
