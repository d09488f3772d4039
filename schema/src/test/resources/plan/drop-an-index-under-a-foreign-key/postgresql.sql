-- accrete:migration V0002 case postgresql
-- accrete:model 1:8c9d3f21ebe160c51f6aaf79c7dfc5ff
-- accrete:verdict compatible
--
-- Changes
--   users   drop index users_team_idx (team_id, name)   Users
--   users   add index users_team_idx (name, team_id)    Users
-- Locks
--   users   SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit index=users_name_new_idx users: build index users_name_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY users_name_new_idx ON users (name, team_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 autocommit users: drop index users_team_idx
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS users_team_idx;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction users: rename index users_name_new_idx to users_team_idx
BEGIN;
ALTER INDEX users_name_new_idx RENAME TO users_team_idx;
COMMIT;
