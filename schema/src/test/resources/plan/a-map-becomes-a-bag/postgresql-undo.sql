-- accrete:undo V0002 case postgresql
-- accrete:model 1:a64ed3c313524e7ac017d68b701dd392
-- accrete:verdict breaking
--
-- Changes
--   users_phones.phones_key   add column varchar(255)                                    Users.phones
--   users_phones.phones_key   number the rows of each list from 0                        Users.phones
--   users_phones.phones_key   set not null                                               Users.phones
--   users_phones              add primary key users_phones_pkey (users_id, phones_key)   Users.phones
-- Locks
--   users_phones              ACCESS EXCLUSIVE, instant
--   users_phones              SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H501] users_phones.phones_key: one statement numbers all rows: it takes a primary key to go along, and an index that starts with [users_id]
--   [ACC-H203] users_phones.phones_key: writes of the running version that leave the column empty fail
-- Data that does not come back
--   users_phones.phones_key: the values that were dropped, in whose place rows are numbered
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=users_phones users_phones.phones_key: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_phones IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_phones ADD COLUMN phones_key varchar(255);
COMMIT;

-- accrete:step 2 autocommit users_phones.phones_key: number rows
SET statement_timeout = 0;

UPDATE users_phones SET phones_key = numbered.position FROM (SELECT ctid AS place, CAST(0 - 1 + row_number() OVER (PARTITION BY users_id ORDER BY phones_key, ctid) AS varchar) AS position FROM users_phones WHERE users_id IS NOT NULL) numbered
    WHERE users_phones.ctid = numbered.place AND users_phones.phones_key IS DISTINCT FROM numbered.position;

RESET statement_timeout;

-- accrete:step 3 transaction locks=users_phones users_phones.phones_key: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_phones IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_phones ADD CONSTRAINT users_phones_phones_key_present CHECK (phones_key IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction users_phones: validate users_phones_phones_key_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users_phones VALIDATE CONSTRAINT users_phones_phones_key_present;
COMMIT;

-- accrete:step 5 transaction locks=users_phones users_phones.phones_key: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_phones IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_phones ALTER COLUMN phones_key SET NOT NULL;
ALTER TABLE users_phones DROP CONSTRAINT users_phones_phones_key_present;
COMMIT;

-- accrete:step 6 autocommit index=users_phones_pkey users_phones: build index users_phones_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY users_phones_pkey ON users_phones (users_id, phones_key);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 7 transaction locks=users_phones users_phones: add primary key users_phones_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_phones IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_phones ADD CONSTRAINT users_phones_pkey PRIMARY KEY USING INDEX users_phones_pkey;
COMMIT;
