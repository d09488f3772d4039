-- accrete:undo V0002 case h2
-- accrete:model 1:b8ae5e72e0cae54f43036c1446b3ae31
-- accrete:verdict compatible
--
-- Changes
--   users   drop index users_team_idx (name, team_id)   Users
--   users   add index users_team_idx (team_id, name)    Users
-- Locks
--   users   EXCLUSIVE, scan
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit users: drop index users_team_idx
DROP INDEX IF EXISTS users_team_idx;

-- accrete:step 2 autocommit users: build index users_team_idx
CREATE INDEX users_team_idx ON users (team_id, name);
