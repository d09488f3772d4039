-- accrete:undo V0001 draft h2
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   "user"   drop foreign key "user_invitedBy_id_fkey" ("invitedBy_id") to "user"   User
--   "user"   drop table                                                             User
-- Locks
--   none
-- Hazards
--   [ACC-H202] "user": the running version of the application still uses the table
--   [ACC-H301] "user": its data is gone for good
-- Data that does not come back
--   "user": all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop "user"
ALTER TABLE IF EXISTS "user" DROP CONSTRAINT IF EXISTS "user_invitedBy_id_fkey";
DROP TABLE IF EXISTS "user";
