-- accrete:undo V0002 case h2
-- accrete:model 1:7446c8d02c2478cab33ebe2ce0612253
-- accrete:verdict breaking
--
-- Changes
--   item               drop foreign key item_weight_id_fkey (weight_id) to unit           Item
--   item               drop foreign key item_unit_code_fkey (unit_code) to unit           Item
--   item               drop foreign key item_category_id_fkey (category_id) to category   Item
--   item.weight_id     drop column                                                        Item.weightId
--   item.unit_code     drop column                                                        Item.unitCode
--   item.category_id   drop column                                                        Item.categoryId
-- Locks
--   item               EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] item.weight_id: the running version of the application still reads and writes the column
--   [ACC-H301] item.weight_id: its data is gone for good
--   [ACC-H202] item.unit_code: the running version of the application still reads and writes the column
--   [ACC-H301] item.unit_code: its data is gone for good
--   [ACC-H202] item.category_id: the running version of the application still reads and writes the column
--   [ACC-H301] item.category_id: its data is gone for good
-- Data that does not come back
--   item.category_id: all values
--   item.unit_code: all values
--   item.weight_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit item: drop foreign key item_category_id_fkey
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_category_id_fkey;

-- accrete:step 2 autocommit item: drop foreign key item_unit_code_fkey
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_unit_code_fkey;

-- accrete:step 3 autocommit item: drop foreign key item_weight_id_fkey
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_weight_id_fkey;

-- accrete:step 4 autocommit item.category_id: drop column
ALTER TABLE item DROP COLUMN IF EXISTS category_id;

-- accrete:step 5 autocommit item.unit_code: drop column
ALTER TABLE item DROP COLUMN IF EXISTS unit_code;

-- accrete:step 6 autocommit item.weight_id: drop column
ALTER TABLE item DROP COLUMN IF EXISTS weight_id;
