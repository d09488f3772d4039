-- accrete:undo V0002 case h2
-- accrete:model 1:5aec816fb468c9c112f5d68e11946156
-- accrete:verdict breaking
--
-- Changes
--   b   replace view
--   c   drop view
--   a   create view
-- Locks
--   none
-- Hazards
--   [ACC-H202] c: the running version of the application still reads the view
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit c: drop view
DROP VIEW IF EXISTS c;

-- accrete:step 2 autocommit a: create view
CREATE VIEW a AS select 1;

-- accrete:step 3 autocommit b: replace view
DROP VIEW IF EXISTS b;
CREATE VIEW b AS select 1;
