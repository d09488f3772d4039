-- accrete:migration V0002 case h2
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   teams   drop table
-- Locks
--   none
-- Hazards
--   [ACC-H202] teams: the running version of the application still uses the table
--   [ACC-H301] teams: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit drop teams
DROP TABLE IF EXISTS teams;
