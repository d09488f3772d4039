-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   products   drop table   Product
-- Locks
--   products   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] products: the running version of the application still uses the table
--   [ACC-H301] products: its data is gone for good
-- Data that does not come back
--   products: all rows
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=products drop products
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE products IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE products;
