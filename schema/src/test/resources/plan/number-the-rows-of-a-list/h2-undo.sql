-- accrete:undo V0002 case h2
-- accrete:model 1:ebcae1c282cf651402245489afd2eaee
-- accrete:verdict breaking
--
-- Changes
--   users_tags       drop primary key users_tags_pkey (users_id, pos)   Users.tags
--   users_tags.pos   drop not null                                      UsersTags.pos
--   users_tags.pos   drop column                                        UsersTags.pos
-- Locks
--   users_tags       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] users_tags.pos: the running version of the application still reads and writes the column
--   [ACC-H301] users_tags.pos: its data is gone for good
-- Data that does not come back
--   users_tags.pos: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users_tags: drop foreign key users_tags_users_id_fkey
ALTER TABLE users_tags DROP CONSTRAINT IF EXISTS users_tags_users_id_fkey;

-- accrete:step 2 autocommit users_tags: drop primary key users_tags_pkey
ALTER TABLE users_tags DROP CONSTRAINT IF EXISTS users_tags_pkey;

-- accrete:step 3 autocommit users_tags.pos: accept rows without a value
ALTER TABLE users_tags ALTER COLUMN pos DROP NOT NULL;

-- accrete:step 4 autocommit users_tags: add foreign key users_tags_users_id_fkey
ALTER TABLE users_tags ADD CONSTRAINT users_tags_users_id_fkey FOREIGN KEY (users_id) REFERENCES users (id);

-- accrete:step 5 autocommit users_tags.pos: drop column
ALTER TABLE users_tags DROP CONSTRAINT IF EXISTS users_tags_pos_check;
ALTER TABLE users_tags DROP COLUMN IF EXISTS pos;
