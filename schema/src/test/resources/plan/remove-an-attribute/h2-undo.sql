-- accrete:undo V0002 case h2
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users.email   set not null, existing rows: ''   Users
-- Locks
--   users         EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] users.email: writes of the running version that leave the column empty fail
-- Data that does not come back
--   users.email: rows without a value get ''
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.email: alter column
UPDATE users SET email = '' WHERE email IS NULL;
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
