-- accrete:undo V0002 case h2
-- accrete:model 1:0ced565368e8cc848bf52db7d35a046e
-- accrete:verdict breaking
--
-- Changes
--   orders.number   change type from bigint to integer   Orders.number
-- Locks
--   orders          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] orders.number: the running version of the application may write values that no longer fit
-- Data that does not come back
--   orders.number: what the conversion of its values left out
-- Rows that stop this
--   orders.number: more than integer holds
--     SELECT * FROM orders WHERE number NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit orders.number: change type to integer
ALTER TABLE orders ALTER COLUMN number DROP DEFAULT;
ALTER TABLE orders ALTER COLUMN number SET DATA TYPE integer;
ALTER TABLE orders ALTER COLUMN number SET DEFAULT 0;
