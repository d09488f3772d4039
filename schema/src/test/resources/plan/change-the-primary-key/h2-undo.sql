-- accrete:undo V0002 case h2
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict compatible
--
-- Changes
--   users   drop primary key users_pkey (id, email)   Users
--   users   add primary key users_pkey (id)           Users
-- Locks
--   users   EXCLUSIVE, scan
-- Hazards
--   none
-- Data that does not come back
--   none
-- Rows that stop this
--   users: the same values in id
--     SELECT id, count(*) FROM users GROUP BY id HAVING count(*) > 1;
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit users: drop primary key users_pkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_pkey;

-- accrete:step 2 autocommit users: add primary key
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
