-- accrete:undo V0002 case h2
-- accrete:model 1:8f3255fc34494e7aa6e07b708e3fa208
-- accrete:verdict breaking
--
-- Changes
--   orders.rest   drop column   Orders.rest
-- Locks
--   orders        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] orders.rest: the running version of the application still reads and writes the column
--   [ACC-H301] orders.rest: its data is gone for good
-- Data that does not come back
--   orders.rest: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit orders.rest: drop column
ALTER TABLE orders DROP COLUMN IF EXISTS rest;
