-- accrete:undo V0002 case postgresql
-- accrete:model 1:3c23bd985b3e2d475470585c9a16c5a8
-- accrete:verdict breaking
--
-- Changes
--   orders.line_state   drop column   Orders.lineState
-- Locks
--   orders              ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] orders.line_state: the running version of the application still reads and writes the column
--   [ACC-H301] orders.line_state: its data is gone for good
-- Data that does not come back
--   orders.line_state: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=orders orders.line_state: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders DROP COLUMN line_state;
