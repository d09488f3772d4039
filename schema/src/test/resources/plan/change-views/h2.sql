-- accrete:migration V0002 case h2
-- accrete:model 1:a72b90f5fc42ba72c5d8b1a896142956
-- accrete:verdict breaking
--
-- Changes
--   a   drop view
--   c   create view
--   b   replace view
-- Locks
--   none
-- Hazards
--   [ACC-H202] a: the running version of the application still reads the view
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit a: drop view
DROP VIEW IF EXISTS a;

-- accrete:step 2 autocommit b: replace view
DROP VIEW IF EXISTS b;
CREATE VIEW b AS select 2;

-- accrete:step 3 autocommit c: create view
CREATE VIEW c AS select 3;
