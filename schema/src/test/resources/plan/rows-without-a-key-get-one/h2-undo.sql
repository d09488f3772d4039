-- accrete:undo V0002 case h2
-- accrete:model 1:08d987d775124ce349ac61574e934ffd
-- accrete:verdict breaking
--
-- Changes
--   product_choice      drop primary key product_choice_pkey (id)   Product.choice
--   product_choice.id   drop column                                 ProductChoice.id
-- Locks
--   product_choice      EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] product_choice.id: the running version of the application still reads and writes the column
--   [ACC-H301] product_choice.id: its data is gone for good
-- Data that does not come back
--   product_choice.id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit product_choice: drop primary key product_choice_pkey
ALTER TABLE product_choice DROP CONSTRAINT IF EXISTS product_choice_pkey;

-- accrete:step 2 autocommit product_choice.id: drop column
ALTER TABLE product_choice DROP COLUMN IF EXISTS id;
