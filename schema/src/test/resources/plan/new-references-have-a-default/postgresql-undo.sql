-- accrete:undo V0002 case postgresql
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
--   category           ACCESS EXCLUSIVE, instant
--   item               ACCESS EXCLUSIVE, instant
--   unit               ACCESS EXCLUSIVE, instant
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

-- accrete:step 1 transaction locks=category,item item: drop foreign key item_category_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE category, item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP CONSTRAINT item_category_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=item,unit item: drop foreign key item_unit_code_fkey; item: drop foreign key item_weight_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item, unit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP CONSTRAINT item_unit_code_fkey;
ALTER TABLE item DROP CONSTRAINT item_weight_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=item item.category_id: drop column; item.unit_code: drop column; item.weight_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP COLUMN category_id;
ALTER TABLE item DROP COLUMN unit_code;
ALTER TABLE item DROP COLUMN weight_id;
COMMIT;
