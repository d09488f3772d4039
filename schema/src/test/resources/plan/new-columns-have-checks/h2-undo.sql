-- accrete:undo V0002 case h2
-- accrete:model 1:7857b1a262e70c900145e1b5d6cac221
-- accrete:verdict breaking
--
-- Changes
--   item              drop check item_check   Item
--   item.level        drop column             Item.level
--   item.full_price   drop column             Item.fullPrice
--   item.discount     drop column             Item.discount
-- Locks
--   item              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] item.level: the running version of the application still reads and writes the column
--   [ACC-H301] item.level: its data is gone for good
--   [ACC-H202] item.full_price: the running version of the application still reads and writes the column
--   [ACC-H301] item.full_price: its data is gone for good
--   [ACC-H202] item.discount: the running version of the application still reads and writes the column
--   [ACC-H301] item.discount: its data is gone for good
-- Data that does not come back
--   item.discount: all values
--   item.full_price: all values
--   item.level: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit item: drop check item_check
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_check;

-- accrete:step 2 autocommit item.discount: drop column
ALTER TABLE item DROP COLUMN IF EXISTS discount;

-- accrete:step 3 autocommit item.full_price: drop column
ALTER TABLE item DROP CONSTRAINT IF EXISTS item__full_price_check;
ALTER TABLE item DROP COLUMN IF EXISTS full_price;

-- accrete:step 4 autocommit item.level: drop column
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_level_check;
ALTER TABLE item DROP COLUMN IF EXISTS level;
