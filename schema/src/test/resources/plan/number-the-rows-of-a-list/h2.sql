-- accrete:migration V0002 case h2
-- accrete:model 1:3c02aa9955d11c47941e04f2cbac6b90
-- accrete:verdict breaking
--
-- Changes
--   users_tags.pos   add column integer                                UsersTags.pos
--   users_tags.pos   number the rows of each list from 0               UsersTags.pos
--   users_tags.pos   set not null                                      UsersTags.pos
--   users_tags       add primary key users_tags_pkey (users_id, pos)   Users.tags
-- Locks
--   users_tags       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H501] users_tags.pos: one statement numbers all rows: it takes a primary key to go along, and an index that starts with [users_id]
--   [ACC-H203] users_tags.pos: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users_tags.pos: add column
ALTER TABLE users_tags ADD COLUMN pos integer;
ALTER TABLE users_tags ADD CONSTRAINT users_tags_pos_check CHECK (pos>=0);

-- accrete:step 2 autocommit users_tags.pos: number rows
UPDATE users_tags SET pos = 0 + (SELECT count(*) FROM users_tags o WHERE o.users_id = users_tags.users_id AND o._ROWID_ < users_tags._ROWID_) WHERE users_id IS NOT NULL;

-- accrete:step 3 autocommit users_tags.pos: alter column
ALTER TABLE users_tags ALTER COLUMN pos SET NOT NULL;

-- accrete:step 4 autocommit users_tags: add primary key
ALTER TABLE users_tags ADD CONSTRAINT users_tags_pkey PRIMARY KEY (users_id, pos);
