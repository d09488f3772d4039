-- accrete:undo V0002 case h2
-- accrete:model 1:3c23bd985b3e2d475470585c9a16c5a8
-- accrete:verdict breaking
--
-- Changes
--   orders.line_state   drop column   Orders.lineState
-- Locks
--   orders              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] orders.line_state: the running version of the application still reads and writes the column
--   [ACC-H301] orders.line_state: its data is gone for good
-- Data that does not come back
--   orders.line_state: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit orders.line_state: drop column
ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders__line_state_check;
ALTER TABLE orders DROP COLUMN IF EXISTS line_state;
