-- accrete:migration V0002 case postgresql
-- accrete:model 1:3ba70d4d50c7d5122fc3bdd69bcedbe4
-- accrete:verdict breaking
--
-- Changes
--   users.phase   rename column from state   Users.phase
-- Locks
--   users         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] users.phase: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users users.state: rename to phase
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users RENAME COLUMN state TO phase;
ALTER TABLE users RENAME CONSTRAINT users_state_check TO users_phase_check;
