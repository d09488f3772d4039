-- accrete:undo V0001 draft h2
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   products   drop table   Product
-- Locks
--   none
-- Hazards
--   [ACC-H202] products: the running version of the application still uses the table
--   [ACC-H301] products: its data is gone for good
-- Data that does not come back
--   products: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop products
DROP TABLE IF EXISTS products;
