-- accrete:undo V0002 case postgresql
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users.nick   drop column   Users.nick
-- Locks
--   users        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] users.nick: the running version of the application still reads and writes the column
--   [ACC-H301] users.nick: its data is gone for good
-- Data that does not come back
--   users.nick: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users users.nick: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP COLUMN nick;
