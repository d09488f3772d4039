-- accrete:undo V0002 case h2
-- accrete:model 1:25e79924d949307fe92f83ddedf718a0
-- accrete:verdict breaking
--
-- Changes
--   verdict   drop table   Verdict
-- Locks
--   none
-- Hazards
--   [ACC-H202] verdict: the running version of the application still uses the table
--   [ACC-H301] verdict: its data is gone for good
-- Data that does not come back
--   verdict: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop verdict
DROP TABLE IF EXISTS verdict;
