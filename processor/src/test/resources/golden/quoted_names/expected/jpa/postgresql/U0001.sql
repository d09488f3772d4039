-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   "user"   drop foreign key "user_invitedBy_id_fkey" ("invitedBy_id") to "user"   User
--   "user"   drop table                                                             User
-- Locks
--   "user"   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] "user": the running version of the application still uses the table
--   [ACC-H301] "user": its data is gone for good
-- Data that does not come back
--   "user": all rows
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks="user" drop "user"
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE "user" IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE "user";
