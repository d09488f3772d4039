-- accrete:migration V0002 case h2
-- accrete:model 1:817f8fad4542e70c840dc1da4eac7d7c
-- accrete:verdict breaking
--
-- Changes
--   users_phones              drop primary key users_phones_pkey (users_id, phones_key)   Users.phones
--   users_phones.phones_key   drop column                                                 Users.phones
-- Locks
--   users_phones              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] users_phones.phones_key: the running version of the application still reads and writes the column
--   [ACC-H301] users_phones.phones_key: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users_phones: drop foreign key users_phones_users_id_fkey
ALTER TABLE users_phones DROP CONSTRAINT IF EXISTS users_phones_users_id_fkey;

-- accrete:step 2 autocommit users_phones: drop primary key users_phones_pkey
ALTER TABLE users_phones DROP CONSTRAINT IF EXISTS users_phones_pkey;

-- accrete:step 3 autocommit users_phones: add foreign key users_phones_users_id_fkey
ALTER TABLE users_phones ADD CONSTRAINT users_phones_users_id_fkey FOREIGN KEY (users_id) REFERENCES users (id);

-- accrete:step 4 autocommit users_phones.phones_key: drop column
ALTER TABLE users_phones DROP COLUMN IF EXISTS phones_key;
