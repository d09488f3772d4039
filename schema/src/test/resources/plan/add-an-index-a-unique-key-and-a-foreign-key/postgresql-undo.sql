-- accrete:undo V0002 case postgresql
-- accrete:model 1:c23ea4d6004725eac0f9a971a20692e8
-- accrete:verdict compatible
--
-- Changes
--   users   drop foreign key users_team_id_fkey (team_id) to teams   Users
--   users   drop index users_age_idx (age)                           Users
--   users   drop unique constraint users_email_key (email)           Users
-- Locks
--   teams   ACCESS EXCLUSIVE, instant
--   users   ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 transaction locks=teams,users users: drop foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE teams, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_team_id_fkey;
COMMIT;

-- accrete:step 2 autocommit users: drop index users_age_idx
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS users_age_idx;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=users users: drop unique key users_email_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_email_key;
COMMIT;
