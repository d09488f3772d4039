-- accrete:undo V0002 case h2
-- accrete:model 1:c23ea4d6004725eac0f9a971a20692e8
-- accrete:verdict compatible
--
-- Changes
--   users   drop foreign key users_team_id_fkey (team_id) to teams   Users
--   users   drop index users_age_idx (age)                           Users
--   users   drop unique constraint users_email_key (email)           Users
-- Locks
--   users   EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit users: drop foreign key users_team_id_fkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_team_id_fkey;

-- accrete:step 2 autocommit users: drop index users_age_idx
DROP INDEX IF EXISTS users_age_idx;

-- accrete:step 3 autocommit users: drop unique key users_email_key
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_email_key;
