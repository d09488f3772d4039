-- accrete:undo V0002 case postgresql
-- accrete:model 1:8f3255fc34494e7aa6e07b708e3fa208
-- accrete:verdict breaking
--
-- Changes
--   orders.rest   drop column   Orders.rest
-- Locks
--   orders        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] orders.rest: the running version of the application still reads and writes the column
--   [ACC-H301] orders.rest: its data is gone for good
-- Data that does not come back
--   orders.rest: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=orders orders.rest: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders DROP COLUMN rest;
