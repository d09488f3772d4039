-- accrete:undo V0002 case postgresql
-- accrete:model 1:25e79924d949307fe92f83ddedf718a0
-- accrete:verdict breaking
--
-- Changes
--   verdict   drop table   Verdict
-- Locks
--   verdict   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] verdict: the running version of the application still uses the table
--   [ACC-H301] verdict: its data is gone for good
-- Data that does not come back
--   verdict: all rows
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=verdict drop verdict
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE verdict;
