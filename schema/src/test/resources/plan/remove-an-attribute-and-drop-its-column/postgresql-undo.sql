-- accrete:undo V0002 case postgresql
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users.email   add column varchar(255) not null, existing rows: ''   Users
-- Locks
--   users         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] users.email: inserts of the running version leave the new column out and fail
-- Data that does not come back
--   users.email: the values that were dropped
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users users.email: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD COLUMN email varchar(255) DEFAULT '' NOT NULL;
ALTER TABLE users ALTER COLUMN email DROP DEFAULT;
