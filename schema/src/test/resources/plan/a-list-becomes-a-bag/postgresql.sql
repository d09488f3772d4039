-- accrete:migration V0002 case postgresql
-- accrete:model 1:ebcae1c282cf651402245489afd2eaee
-- accrete:verdict breaking
--
-- Changes
--   users_tags       drop primary key users_tags_pkey (users_id, pos)   Users.tags
--   users_tags.pos   drop column                                        Users.tags
-- Locks
--   users_tags       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] users_tags.pos: the running version of the application still reads and writes the column
--   [ACC-H301] users_tags.pos: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users_tags users_tags: drop primary key; users_tags.pos: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_tags IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_tags DROP CONSTRAINT users_tags_pkey;
ALTER TABLE users_tags DROP COLUMN pos;
