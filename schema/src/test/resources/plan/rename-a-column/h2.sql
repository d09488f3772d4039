-- accrete:migration V0002 case h2
-- accrete:model 1:3ba70d4d50c7d5122fc3bdd69bcedbe4
-- accrete:verdict breaking
--
-- Changes
--   users.phase   rename column from state   Users.phase
-- Locks
--   users         EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] users.phase: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users.state: rename to phase
ALTER TABLE IF EXISTS users ALTER COLUMN IF EXISTS state RENAME TO phase;
