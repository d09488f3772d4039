-- accrete:undo V0002 case h2
-- accrete:model 1:e144c0d08ae8a1b2e203565337bcf13d
-- accrete:verdict breaking
--
-- Changes
--   line.price    change type from integer to varchar(20)   Line.price
--   line.amount   drop column                               Line.amount
-- Locks
--   line          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] line.price: the running version of the application may write values that no longer fit
--   [ACC-H202] line.amount: the running version of the application still reads and writes the column
--   [ACC-H301] line.amount: its data is gone for good
-- Data that does not come back
--   line.amount: all values
--   line.price: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit line.price: change type to varchar(20)
ALTER TABLE line ALTER COLUMN price SET DATA TYPE varchar(20);

-- accrete:step 2 autocommit line.amount: drop column
ALTER TABLE line DROP COLUMN IF EXISTS amount;
