-- accrete:undo V0002 case h2
-- accrete:model 1:d1738aa84c05c89eb1e8c2613bdfd798
-- accrete:verdict breaking
--
-- Changes
--   users.state   rename column from phase   Users
-- Locks
--   users         EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] users.state: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.phase: rename to state
ALTER TABLE IF EXISTS users ALTER COLUMN IF EXISTS phase RENAME TO state;
