-- accrete:migration V0002 case postgresql
-- accrete:model 1:4934c059f84b60bb86beccc9276ee47f
-- accrete:verdict breaking
--
-- Changes
--   tool              drop foreign key tool_shelf_id_shelf_room_fkey (shelf_id, shelf_room) to shelf   Tool
--   tool.shelf_room   change type from varchar(7) to numeric(38,2), using cast(id as numeric(38,2))    Tool.shelfRoom
--   tool.shelf_id     drop not null                                                                    Tool.shelfId
-- Locks
--   shelf             ACCESS EXCLUSIVE, instant
--   tool              ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] tool.shelf_room: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] tool.shelf_room: the running version of the application may write values that no longer fit
--   [ACC-H210] tool.shelf_room: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=shelf,tool tool: drop foreign key tool_shelf_id_shelf_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf, tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool DROP CONSTRAINT tool_shelf_id_shelf_room_fkey;
COMMIT;

-- accrete:step 2 transaction locks=tool tool.shelf_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ALTER COLUMN shelf_id DROP NOT NULL;
COMMIT;

-- accrete:step 3 transaction locks=tool tool.shelf_room: change type to numeric(38,2)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ALTER COLUMN shelf_room TYPE numeric(38,2) USING cast(id as numeric(38,2));
COMMIT;
