-- accrete:migration V0002 case h2
-- accrete:model 1:5308decc0649ca08633d6257ad760d2b
-- accrete:verdict breaking
--
-- Changes
--   line            drop foreign key line_region_order_no_fkey (region, order_no) to orders   Line
--   line            drop unique constraint line_region_order_no_key (region, order_no)        Line
--   line.order_no   keep unmapped column                                                      Line
--   line.order_no   drop not null of unmapped column                                          Line
--   line.region     drop column                                                               Line
-- Locks
--   line            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] line.region: the running version of the application still reads and writes the column
--   [ACC-H301] line.region: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit line: drop foreign key line_region_order_no_fkey
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_region_order_no_fkey;

-- accrete:step 2 autocommit line: drop unique key line_region_order_no_key
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_region_order_no_key;

-- accrete:step 3 autocommit line.order_no: accept rows without a value
ALTER TABLE line ALTER COLUMN order_no DROP NOT NULL;

-- accrete:step 4 autocommit line.region: drop column
ALTER TABLE line DROP COLUMN IF EXISTS region;
