-- accrete:migration V0002 case h2
-- accrete:model 1:251c982b88bd4d42077b7305a4b524fb
-- accrete:verdict breaking
--
-- Changes
--   item          drop foreign key item_parent_fkey (parent) to item   Item
--   item.parent   change type from bigint to varchar(20)               Item.parent
-- Locks
--   item          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.parent: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item: drop foreign key item_parent_fkey
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_parent_fkey;

-- accrete:step 2 autocommit item.parent: change type to varchar(20)
ALTER TABLE item ALTER COLUMN parent SET DATA TYPE varchar(20);
