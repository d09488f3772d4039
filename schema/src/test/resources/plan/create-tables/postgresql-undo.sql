-- accrete:undo V0002 case postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   users       drop foreign key users_team_id_fkey (team_id) to teams   Users
--   users       drop table                                               Users
--   teams       drop table                                               Teams
--   users_seq   drop sequence
-- Locks
--   teams       ACCESS EXCLUSIVE, instant
--   users       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] users: the running version of the application still uses the table
--   [ACC-H301] users: its data is gone for good
--   [ACC-H202] teams: the running version of the application still uses the table
--   [ACC-H301] teams: its data is gone for good
--   [ACC-H202] users_seq: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   teams: all rows
--   users: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=teams,users drop teams, users
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE teams, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE teams, users;
COMMIT;

-- accrete:step 2 transaction drop users_seq
BEGIN;
DROP SEQUENCE users_seq;
COMMIT;
