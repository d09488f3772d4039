-- accrete:migration V0002 case postgresql
-- accrete:model 1:9396966d7be1b415f63758333b9573ea
-- accrete:verdict compatible
--
-- Changes
--   users.state   change type from enum('NEW','OLD')[255] to enum('NEW','OLD','GONE')[255]   Users.state
-- Locks
--   users         ACCESS EXCLUSIVE, instant
--   users         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H209] users.state: the running version fails when it reads a constant that it does not know
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=users users.state: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE users DROP CONSTRAINT users_state_check,
    ADD CONSTRAINT users_state_check CHECK (state in ('NEW','OLD','GONE')) NOT VALID;
COMMIT;

-- accrete:step 2 transaction users: validate users_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_state_check;
COMMIT;
