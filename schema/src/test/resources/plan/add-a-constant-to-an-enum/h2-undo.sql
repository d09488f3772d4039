-- accrete:undo V0002 case h2
-- accrete:model 1:d1738aa84c05c89eb1e8c2613bdfd798
-- accrete:verdict breaking
--
-- Changes
--   users.state   change type from enum('NEW','OLD','GONE')[255] to enum('NEW','OLD')[255]   Users.state
-- Locks
--   users         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] users.state: the running version of the application may write values that no longer fit
-- Data that does not come back
--   users.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.state: change type to enum ('NEW','OLD')
ALTER TABLE users ALTER COLUMN state SET DATA TYPE enum ('NEW','OLD');
