-- accrete:migration V0002 case h2
-- accrete:model 1:5920542ecee95a2fbfe27e4071bb89d5
-- accrete:verdict compatible
--
-- Changes
--   team.id         change type from integer to bigint   Team.id
--   users.team_id   change type from integer to bigint   Users.teamId
-- Locks
--   team            EXCLUSIVE, rewrite
--   users           EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit users: drop foreign key users_team_id_fkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_team_id_fkey;

-- accrete:step 2 autocommit team.id: change type to bigint
ALTER TABLE team ALTER COLUMN id SET DATA TYPE bigint;

-- accrete:step 3 autocommit users.team_id: change type to bigint
ALTER TABLE users ALTER COLUMN team_id SET DATA TYPE bigint;

-- accrete:step 4 autocommit users: add foreign key users_team_id_fkey
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);
