-- accrete:undo V0002 case postgresql
-- accrete:model 1:5aec816fb468c9c112f5d68e11946156
-- accrete:verdict breaking
--
-- Changes
--   b   replace view
--   c   drop view
--   a   create view
-- Locks
--   b   ACCESS EXCLUSIVE, instant
--   c   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] c: the running version of the application still reads the view
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=c c: drop view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW c;
COMMIT;

-- accrete:step 2 transaction a: create view
BEGIN;
CREATE VIEW a AS select 1;
COMMIT;

-- accrete:step 3 transaction locks=b b: replace view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE b IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW b;
CREATE VIEW b AS select 1;
COMMIT;
