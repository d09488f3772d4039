-- accrete:undo V0002 case h2
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users.nick   drop column   Users.nick
-- Locks
--   users        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] users.nick: the running version of the application still reads and writes the column
--   [ACC-H301] users.nick: its data is gone for good
-- Data that does not come back
--   users.nick: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.nick: drop column
ALTER TABLE users DROP COLUMN IF EXISTS nick;
