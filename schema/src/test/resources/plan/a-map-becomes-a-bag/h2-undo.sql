-- accrete:undo V0002 case h2
-- accrete:model 1:a64ed3c313524e7ac017d68b701dd392
-- accrete:verdict breaking
--
-- Changes
--   users_phones.phones_key   add column varchar(255)                                    Users.phones
--   users_phones.phones_key   number the rows of each list from 0                        Users.phones
--   users_phones.phones_key   set not null                                               Users.phones
--   users_phones              add primary key users_phones_pkey (users_id, phones_key)   Users.phones
-- Locks
--   users_phones              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H501] users_phones.phones_key: one statement numbers all rows: it takes a primary key to go along, and an index that starts with [users_id]
--   [ACC-H203] users_phones.phones_key: writes of the running version that leave the column empty fail
-- Data that does not come back
--   users_phones.phones_key: the values that were dropped, in whose place rows are numbered
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users_phones.phones_key: add column
ALTER TABLE users_phones ADD COLUMN phones_key varchar(255);

-- accrete:step 2 autocommit users_phones.phones_key: number rows
UPDATE users_phones SET phones_key = CAST(0 + (SELECT count(*) FROM users_phones o WHERE o.users_id = users_phones.users_id AND o._ROWID_ < users_phones._ROWID_) AS varchar) WHERE users_id IS NOT NULL;

-- accrete:step 3 autocommit users_phones.phones_key: alter column
ALTER TABLE users_phones ALTER COLUMN phones_key SET NOT NULL;

-- accrete:step 4 autocommit users_phones: add primary key
ALTER TABLE users_phones ADD CONSTRAINT users_phones_pkey PRIMARY KEY (users_id, phones_key);
