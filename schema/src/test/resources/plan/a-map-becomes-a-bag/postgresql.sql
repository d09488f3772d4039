-- accrete:migration V0002 case postgresql
-- accrete:model 1:817f8fad4542e70c840dc1da4eac7d7c
-- accrete:verdict breaking
--
-- Changes
--   users_phones              drop primary key users_phones_pkey (users_id, phones_key)   Users.phones
--   users_phones.phones_key   drop column                                                 Users.phones
-- Locks
--   users_phones              ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] users_phones.phones_key: the running version of the application still reads and writes the column
--   [ACC-H301] users_phones.phones_key: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users_phones users_phones: drop primary key; users_phones.phones_key: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_phones IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_phones DROP CONSTRAINT users_phones_pkey;
ALTER TABLE users_phones DROP COLUMN phones_key;
