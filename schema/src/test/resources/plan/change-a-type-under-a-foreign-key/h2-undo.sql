-- accrete:undo V0002 case h2
-- accrete:model 1:8087a48be05b85d5792dfcc3dbf3776b
-- accrete:verdict breaking
--
-- Changes
--   users.team_id   change type from bigint to integer   Users.teamId
--   team.id         change type from bigint to integer   Team.id
-- Locks
--   team            EXCLUSIVE, rewrite
--   users           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] users.team_id: the running version of the application may write values that no longer fit
--   [ACC-H204] team.id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   team.id: what the conversion of its values left out
--   users.team_id: what the conversion of its values left out
-- Rows that stop this
--   users.team_id: more than integer holds
--     SELECT * FROM users WHERE team_id NOT BETWEEN -2147483648 AND 2147483647;
--   team.id: more than integer holds
--     SELECT * FROM team WHERE id NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users: drop foreign key users_team_id_fkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_team_id_fkey;

-- accrete:step 2 autocommit team.id: change type to integer
ALTER TABLE team ALTER COLUMN id SET DATA TYPE integer;

-- accrete:step 3 autocommit users.team_id: change type to integer
ALTER TABLE users ALTER COLUMN team_id SET DATA TYPE integer;

-- accrete:step 4 autocommit users: add foreign key users_team_id_fkey
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);
