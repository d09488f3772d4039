-- accrete:migration V0002 case postgresql
-- accrete:model 1:a22cd0d6a73cb02b5f501ccac9e5d56d
-- accrete:verdict compatible
--
-- Changes
--   users   drop primary key users_pkey (id)         Users
--   users   add primary key users_pkey (id, email)   Users
-- Locks
--   users   ACCESS EXCLUSIVE, instant
--   users   SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit index=users_id_new_idx users: build index users_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY users_id_new_idx ON users (id, email);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 transaction locks=users users: change primary key users_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE users DROP CONSTRAINT users_pkey,
    ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_id_new_idx;
COMMIT;
