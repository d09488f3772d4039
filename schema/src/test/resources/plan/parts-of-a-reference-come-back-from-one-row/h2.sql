-- accrete:migration V0002 case h2
-- accrete:model 1:4934c059f84b60bb86beccc9276ee47f
-- accrete:verdict breaking
--
-- Changes
--   tool              drop foreign key tool_shelf_id_shelf_room_fkey (shelf_id, shelf_room) to shelf   Tool
--   tool.shelf_room   change type from varchar(7) to numeric(38,2), using cast(id as numeric(38,2))    Tool.shelfRoom
--   tool.shelf_id     drop not null                                                                    Tool.shelfId
-- Locks
--   tool              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] tool.shelf_room: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit tool: drop foreign key tool_shelf_id_shelf_room_fkey
ALTER TABLE tool DROP CONSTRAINT IF EXISTS tool_shelf_id_shelf_room_fkey;

-- accrete:step 2 autocommit tool.shelf_id: accept rows without a value
ALTER TABLE tool ALTER COLUMN shelf_id DROP NOT NULL;

-- accrete:step 3 autocommit tool.shelf_room: change type to numeric(38,2)
CREATE DOMAIN IF NOT EXISTS tool_shelf_room_type AS numeric(38,2);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TOOL' AND column_name = 'SHELF_ROOM')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TOOL_SHELF_ROOM_TYPE')
    THEN 'ALTER TABLE tool ALTER COLUMN shelf_room SET DATA TYPE numeric(38,2) USING cast(id as numeric(38,2))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS tool_shelf_room_type;
