-- accrete:undo V0002 case h2
-- accrete:model 1:68cc5722cf6099b569ecc89d8f12cb98
-- accrete:verdict breaking
--
-- Changes
--   van               drop foreign key van_id_fkey (id) to vehicle            Van
--   delivery          drop foreign key delivery_van_id_fkey (van_id) to van   Delivery
--   delivery          drop unique constraint delivery_van_id_key (van_id)     Delivery
--   delivery.van_id   drop column                                             Delivery.vanId
--   vehicle           drop table                                              Vehicle
--   van               drop table                                              Van
-- Locks
--   delivery          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] delivery.van_id: the running version of the application still reads and writes the column
--   [ACC-H301] delivery.van_id: its data is gone for good
--   [ACC-H202] vehicle: the running version of the application still uses the table
--   [ACC-H301] vehicle: its data is gone for good
--   [ACC-H202] van: the running version of the application still uses the table
--   [ACC-H301] van: its data is gone for good
-- Data that does not come back
--   van: all rows
--   vehicle: all rows
--   delivery.van_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit delivery: drop foreign key delivery_van_id_fkey
ALTER TABLE delivery DROP CONSTRAINT IF EXISTS delivery_van_id_fkey;

-- accrete:step 2 autocommit delivery: drop unique key delivery_van_id_key
ALTER TABLE delivery DROP CONSTRAINT IF EXISTS delivery_van_id_key;

-- accrete:step 3 autocommit delivery.van_id: drop column
ALTER TABLE delivery DROP COLUMN IF EXISTS van_id;

-- accrete:step 4 autocommit drop van, vehicle
ALTER TABLE IF EXISTS van DROP CONSTRAINT IF EXISTS van_id_fkey;
DROP TABLE IF EXISTS van;
DROP TABLE IF EXISTS vehicle;
