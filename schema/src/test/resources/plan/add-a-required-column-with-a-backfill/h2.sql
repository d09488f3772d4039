-- accrete:migration V0002 case h2
-- accrete:model 1:22470b1e6fb047c0abc518024859bf3e
-- accrete:verdict breaking
--
-- Changes
--   users.nick   add column varchar(50) not null, existing rows: lower(email)   Users.nick
-- Locks
--   users        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] users.nick: inserts of the running version leave the new column out and fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users.nick: add column
ALTER TABLE users ADD COLUMN nick varchar(50);
UPDATE users SET nick = lower(email) WHERE nick IS NULL;
ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
