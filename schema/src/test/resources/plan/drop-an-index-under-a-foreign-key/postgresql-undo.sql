-- accrete:undo V0002 case postgresql
-- accrete:model 1:b8ae5e72e0cae54f43036c1446b3ae31
-- accrete:verdict compatible
--
-- Changes
--   users   drop index users_team_idx (name, team_id)   Users
--   users   add index users_team_idx (team_id, name)    Users
-- Locks
--   users   SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit index=users_team_id_new_idx users: build index users_team_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY users_team_id_new_idx ON users (team_id, name);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 autocommit users: drop index users_team_idx
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS users_team_idx;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction users: rename index users_team_id_new_idx to users_team_idx
BEGIN;
ALTER INDEX users_team_id_new_idx RENAME TO users_team_idx;
COMMIT;
