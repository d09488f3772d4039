-- accrete:migration V0002 case h2
-- accrete:model 1:8c9d3f21ebe160c51f6aaf79c7dfc5ff
-- accrete:verdict compatible
--
-- Changes
--   users   drop index users_team_idx (team_id, name)   Users
--   users   add index users_team_idx (name, team_id)    Users
-- Locks
--   users   EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit users: drop foreign key users_team_id_fkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_team_id_fkey;

-- accrete:step 2 autocommit users: drop index users_team_idx
DROP INDEX IF EXISTS users_team_idx;

-- accrete:step 3 autocommit users: build index users_team_idx
CREATE INDEX users_team_idx ON users (name, team_id);

-- accrete:step 4 autocommit users: add foreign key users_team_id_fkey
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);
