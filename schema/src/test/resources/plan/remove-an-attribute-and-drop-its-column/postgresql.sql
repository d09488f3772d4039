-- accrete:migration V0002 case postgresql
-- accrete:model 1:8f131c30d51d1607d18401241b2103fe
-- accrete:verdict breaking
--
-- Changes
--   users.email   drop column   Users
-- Locks
--   users         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] users.email: the running version of the application still reads and writes the column
--   [ACC-H301] users.email: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users users.email: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP COLUMN email;
