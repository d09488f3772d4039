-- accrete:undo V0002 case postgresql
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict compatible
--
-- Changes
--   users.age   drop not null   Users.age
-- Locks
--   users       ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users users.age: accept rows without a value
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN age DROP NOT NULL;
