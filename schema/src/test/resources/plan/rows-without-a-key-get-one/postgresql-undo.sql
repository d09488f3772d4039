-- accrete:undo V0002 case postgresql
-- accrete:model 1:08d987d775124ce349ac61574e934ffd
-- accrete:verdict breaking
--
-- Changes
--   product_choice      drop primary key product_choice_pkey (id)   Product.choice
--   product_choice.id   drop column                                 ProductChoice.id
-- Locks
--   product_choice      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] product_choice.id: the running version of the application still reads and writes the column
--   [ACC-H301] product_choice.id: its data is gone for good
-- Data that does not come back
--   product_choice.id: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=product_choice product_choice: drop primary key; product_choice.id: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product_choice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product_choice DROP CONSTRAINT product_choice_pkey;
ALTER TABLE product_choice DROP COLUMN id;
