-- accrete:undo V0002 case postgresql
-- accrete:model 1:b925385492b7f1ccbac2908180b66882
-- accrete:verdict breaking
--
-- Changes
--   members       rename constraint from members_pkey to users_pkey   Members
--   users_seq     rename sequence from members_seq
--   users         rename table from members
-- Locks
--   members       ACCESS EXCLUSIVE, instant
--   members_seq   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] users_seq: the running version of the application looks for the old name
--   [ACC-H201] users: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=members members: rename constraint members_pkey to users_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE members IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE members RENAME CONSTRAINT members_pkey TO users_pkey;
COMMIT;

-- accrete:step 2 transaction locks=members_seq users_seq: rename sequence
BEGIN;
SET LOCAL lock_timeout = '100ms';
ALTER SEQUENCE members_seq RENAME TO users_seq;
COMMIT;

-- accrete:step 3 transaction locks=members members: rename to users
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE members IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE members RENAME TO users;
ALTER TABLE users RENAME CONSTRAINT members_state_check TO users_state_check;
ALTER TABLE users RENAME CONSTRAINT members_grade_check TO users_grade_check;
COMMIT;
