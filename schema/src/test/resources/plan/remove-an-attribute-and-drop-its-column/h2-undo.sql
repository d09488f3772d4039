-- accrete:undo V0002 case h2
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users.email   add column varchar(255) not null, existing rows: ''   Users
-- Locks
--   users         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] users.email: inserts of the running version leave the new column out and fail
-- Data that does not come back
--   users.email: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.email: add column
ALTER TABLE users ADD COLUMN email varchar(255);
UPDATE users SET email = '' WHERE email IS NULL;
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
