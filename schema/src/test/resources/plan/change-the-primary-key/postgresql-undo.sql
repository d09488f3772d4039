-- accrete:undo V0002 case postgresql
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict compatible
--
-- Changes
--   users   drop primary key users_pkey (id, email)   Users
--   users   add primary key users_pkey (id)           Users
-- Locks
--   users   ACCESS EXCLUSIVE, instant
--   users   SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 transaction locks=users users: drop primary key
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_pkey;
COMMIT;

-- accrete:step 2 autocommit index=users_pkey users: build index users_pkey
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_pkey ON users (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=users users: set primary key users_pkey
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey;
COMMIT;
