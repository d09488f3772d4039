-- accrete:undo V0002 case postgresql
-- accrete:model 1:7857b1a262e70c900145e1b5d6cac221
-- accrete:verdict breaking
--
-- Changes
--   item           drop check item_check   Item
--   item.details   drop column             Item.details
-- Locks
--   item           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] item.details: the running version of the application still reads and writes the column
--   [ACC-H301] item.details: its data is gone for good
-- Data that does not come back
--   item.details: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=item item: drop check item_check; item.details: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP CONSTRAINT item_check;
ALTER TABLE item DROP COLUMN details;
