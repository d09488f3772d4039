-- accrete:migration V0002 case postgresql
-- accrete:model 1:251c982b88bd4d42077b7305a4b524fb
-- accrete:verdict breaking
--
-- Changes
--   item          drop foreign key item_parent_fkey (parent) to item   Item
--   item.parent   change type from bigint to varchar(20)               Item.parent
-- Locks
--   item          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] item.parent: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.parent: the running version of the application may write values that no longer fit
--   [ACC-H210] item.parent: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=item item: drop foreign key item_parent_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP CONSTRAINT item_parent_fkey;
COMMIT;

-- accrete:step 2 transaction locks=item item.parent: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN parent TYPE varchar(20) USING parent::varchar(20);
COMMIT;
