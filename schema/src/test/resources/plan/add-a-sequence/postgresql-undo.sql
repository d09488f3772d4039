-- accrete:undo V0002 case postgresql
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users_seq   drop sequence
-- Locks
--   none
-- Hazards
--   [ACC-H202] users_seq: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction drop users_seq
DROP SEQUENCE users_seq;
