-- accrete:migration V0002 case postgresql
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
--   line            ACCESS EXCLUSIVE, instant
--   orders          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] line.region: the running version of the application still reads and writes the column
--   [ACC-H301] line.region: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=line,orders line: drop foreign key line_region_order_no_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP CONSTRAINT line_region_order_no_fkey;
COMMIT;

-- accrete:step 2 transaction locks=line line: drop unique key line_region_order_no_key; line.order_no: accept rows without a value; line.region: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP CONSTRAINT line_region_order_no_key;
ALTER TABLE line ALTER COLUMN order_no DROP NOT NULL;
ALTER TABLE line DROP COLUMN region;
COMMIT;
