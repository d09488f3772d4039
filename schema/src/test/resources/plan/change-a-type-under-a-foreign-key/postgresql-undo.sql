-- accrete:undo V0002 case postgresql
-- accrete:model 1:8087a48be05b85d5792dfcc3dbf3776b
-- accrete:verdict breaking
--
-- Changes
--   users.team_id   change type from bigint to integer   Users.teamId
--   team.id         change type from bigint to integer   Team.id
-- Locks
--   team            ACCESS EXCLUSIVE, rewrite
--   users           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] users.team_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] users.team_id: the running version of the application may write values that no longer fit
--   [ACC-H210] users.team_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] team.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] team.id: the running version of the application may write values that no longer fit
--   [ACC-H210] team.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   team.id: what the conversion of its values left out
--   users.team_id: what the conversion of its values left out
-- Rows that stop this
--   users.team_id: more than integer holds
--     SELECT * FROM users WHERE team_id NOT BETWEEN -2147483648 AND 2147483647;
--   team.id: more than integer holds
--     SELECT * FROM team WHERE id NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=team,users users: drop foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE team, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_team_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=team team.id: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE team ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;

-- accrete:step 3 transaction locks=users users.team_id: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN team_id TYPE integer USING team_id::integer;
COMMIT;

-- accrete:step 4 transaction locks=team,users users: add foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE team, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;
COMMIT;

-- accrete:step 5 transaction users: validate users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_team_id_fkey;
COMMIT;
