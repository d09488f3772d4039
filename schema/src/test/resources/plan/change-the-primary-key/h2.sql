-- accrete:migration V0002 case h2
-- accrete:model 1:a22cd0d6a73cb02b5f501ccac9e5d56d
-- accrete:verdict compatible
--
-- Changes
--   users   drop primary key users_pkey (id)         Users
--   users   add primary key users_pkey (id, email)   Users
-- Locks
--   users   EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit users: drop primary key users_pkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_pkey;

-- accrete:step 2 autocommit users: add primary key
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id, email);
