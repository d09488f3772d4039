-- accrete:undo V0002 case postgresql
-- accrete:model 1:e6e933b0b79e8cb1e566b4f1fe972da0
-- accrete:verdict breaking
--
-- Changes
--   users_seq   alter sequence start 1 increment 1
-- Locks
--   users_seq   SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H206] users_seq: the running version takes more ids for each value than the sequence leaves, and ids collide
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users_seq users_seq: change sequence
SET LOCAL lock_timeout = '100ms';
ALTER SEQUENCE users_seq INCREMENT BY 1;
SELECT setval('users_seq', last_value + 50) FROM users_seq WHERE is_called;
