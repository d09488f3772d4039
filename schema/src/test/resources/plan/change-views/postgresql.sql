-- accrete:migration V0002 case postgresql
-- accrete:model 1:a72b90f5fc42ba72c5d8b1a896142956
-- accrete:verdict breaking
--
-- Changes
--   a   drop view
--   c   create view
--   b   replace view
-- Locks
--   a   ACCESS EXCLUSIVE, instant
--   b   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] a: the running version of the application still reads the view
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=a a: drop view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE a IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW a;
COMMIT;

-- accrete:step 2 transaction locks=b b: replace view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE b IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW b;
CREATE VIEW b AS select 2;
COMMIT;

-- accrete:step 3 transaction c: create view
BEGIN;
CREATE VIEW c AS select 3;
COMMIT;
