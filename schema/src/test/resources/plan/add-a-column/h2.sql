-- accrete:migration V0002 case h2
-- accrete:model 1:cbf501e7279e30e65c260a667695fd70
-- accrete:verdict compatible
--
-- Changes
--   users.avatar_url   add column varchar(255)   Users.avatarUrl
-- Locks
--   users              EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit users.avatar_url: add column
ALTER TABLE users ADD COLUMN avatar_url varchar(255);
