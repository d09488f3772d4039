-- accrete:undo V0002 case h2
-- accrete:model 1:9396966d7be1b415f63758333b9573ea
-- accrete:verdict compatible
--
-- Changes
--   users.state   change type from enum('NEW','OLD')[255] to enum('NEW','OLD','GONE')[255]   Users.state
-- Locks
--   users         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H209] users.state: the running version fails when it reads a constant that it does not know
-- Data that does not come back
--   users.state: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit users.state: change type to enum ('GONE','NEW','OLD')
ALTER TABLE users ALTER COLUMN state SET DATA TYPE enum ('GONE','NEW','OLD');
