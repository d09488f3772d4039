-- accrete:migration V0002 case h2
-- accrete:model 1:8f131c30d51d1607d18401241b2103fe
-- accrete:verdict breaking
--
-- Changes
--   users.email   drop column   Users
-- Locks
--   users         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] users.email: the running version of the application still reads and writes the column
--   [ACC-H301] users.email: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users.email: drop column
ALTER TABLE users DROP COLUMN IF EXISTS email;
