-- accrete:undo V0002 case h2
-- accrete:model 1:7857b1a262e70c900145e1b5d6cac221
-- accrete:verdict breaking
--
-- Changes
--   item           drop check item_check   Item
--   item.details   drop column             Item.details
-- Locks
--   item           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] item.details: the running version of the application still reads and writes the column
--   [ACC-H301] item.details: its data is gone for good
-- Data that does not come back
--   item.details: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit item: drop check item_check
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_check;

-- accrete:step 2 autocommit item.details: drop column
ALTER TABLE item DROP COLUMN IF EXISTS details;
