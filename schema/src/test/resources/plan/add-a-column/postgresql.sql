-- accrete:migration V0002 case postgresql
-- accrete:model 1:cbf501e7279e30e65c260a667695fd70
-- accrete:verdict compatible
--
-- Changes
--   users.avatar_url   add column varchar(255)   Users.avatarUrl
-- Locks
--   users              ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users users.avatar_url: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD COLUMN avatar_url varchar(255);
