-- accrete:migration V0002 case postgresql
-- accrete:model 1:6509a733241aae9892be635e01273aa5
-- accrete:verdict breaking
--
-- Changes
--   users_seq   create sequence start 1 increment 50, past the ids in users.id
--   users.id    drop identity                                                    Users.id
-- Locks
--   users       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H207] users.id: inserts of the running version leave the column to the database and fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create users_seq, which nobody uses yet
BEGIN;
CREATE SEQUENCE users_seq START WITH 1 INCREMENT BY 50;
COMMIT;

-- accrete:step 2 transaction users_seq: start past the ids in users
BEGIN;
SELECT setval('users_seq', greatest(1, max(id) + 51), false) FROM users HAVING max(id) IS NOT NULL;
COMMIT;

-- accrete:step 3 transaction locks=users users.id: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN id DROP IDENTITY IF EXISTS;
COMMIT;
