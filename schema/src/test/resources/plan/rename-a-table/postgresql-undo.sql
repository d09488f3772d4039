-- accrete:undo V0002 case postgresql
-- accrete:model 1:d1738aa84c05c89eb1e8c2613bdfd798
-- accrete:verdict breaking
--
-- Changes
--   members   rename constraint from members_pkey to users_pkey   Members
--   users     rename table from members
-- Locks
--   members   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] users: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=members members: rename constraint members_pkey to users_pkey; members: rename to users
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE members IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE members RENAME CONSTRAINT members_pkey TO users_pkey;
ALTER TABLE members RENAME TO users;
ALTER TABLE users RENAME CONSTRAINT members_state_check TO users_state_check;
