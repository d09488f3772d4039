-- accrete:undo V0002 case postgresql
-- accrete:model 1:d1738aa84c05c89eb1e8c2613bdfd798
-- accrete:verdict breaking
--
-- Changes
--   users.state   rename column from phase   Users
-- Locks
--   users         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] users.state: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users users.phase: rename to state
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users RENAME COLUMN phase TO state;
ALTER TABLE users RENAME CONSTRAINT users_phase_check TO users_state_check;
