-- accrete:undo V0002 case postgresql
-- accrete:model 1:1262cf55613ed4b0fc2aad2429942d87
-- accrete:verdict breaking
--
-- Changes
--   item.parent   change type from varchar(20) to bigint, using CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS bigint) END   Item.parent
--   item          add foreign key item_parent_fkey (parent) to item                                                                                                        Item
-- Locks
--   item          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] item.parent: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.parent: the running version of the application may write values that no longer fit
--   [ACC-H210] item.parent: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] item: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] item: no index starts with [parent], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   item.parent: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=item item.parent: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ALTER COLUMN parent TYPE bigint USING CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS bigint) END;
COMMIT;

-- accrete:step 2 transaction locks=item item: add foreign key item_parent_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_parent_fkey FOREIGN KEY (parent) REFERENCES item (id) NOT VALID;
COMMIT;

-- accrete:step 3 transaction item: validate item_parent_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_parent_fkey;
COMMIT;
