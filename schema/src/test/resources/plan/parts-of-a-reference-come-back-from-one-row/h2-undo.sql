-- accrete:undo V0002 case h2
-- accrete:model 1:766639f6c0506368260c14beff86d7a0
-- accrete:verdict breaking
--
-- Changes
--   tool.shelf_id     set not null, existing rows: (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)   Tool.shelfId
--   tool.shelf_room   change type from numeric(38,2) to varchar(7), using (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)   Tool.shelfRoom
--   tool              look up what the references of tool_shelf_id_shelf_room_fkey mean, whose keys are others     Tool
--   tool              add foreign key tool_shelf_id_shelf_room_fkey (shelf_id, shelf_room) to shelf                Tool
-- Locks
--   tool              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] tool.shelf_id: writes of the running version that leave the column empty fail
--   [ACC-H204] tool.shelf_room: the running version of the application may write values that no longer fit
--   [ACC-H205] tool: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   tool: look up what the references of tool_shelf_id_shelf_room_fkey mean, whose keys are others
--   tool.shelf_room: what the conversion of its values left out
--   tool.shelf_id: rows without a value get (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)
-- Rows that stop this
--   tool.shelf_id: no value, where none is found for them
--     SELECT * FROM tool WHERE shelf_id IS NULL AND (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) IS NULL;
--   tool.shelf_room: no value, where none is found for them
--     SELECT * FROM tool WHERE (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) IS NULL;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit tool.shelf_id: alter column
UPDATE tool SET shelf_id = (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) WHERE shelf_id IS NULL;
ALTER TABLE tool ALTER COLUMN shelf_id SET NOT NULL;

-- accrete:step 2 autocommit tool.shelf_room: change type to varchar(7)
CREATE DOMAIN IF NOT EXISTS tool_shelf_room_type AS varchar(7);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TOOL' AND column_name = 'SHELF_ROOM')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TOOL_SHELF_ROOM_TYPE')
    THEN 'ALTER TABLE tool ALTER COLUMN shelf_room SET DATA TYPE varchar(7) USING (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS tool_shelf_room_type;

-- accrete:step 3 autocommit tool: mend references to shelf
UPDATE tool SET shelf_id = coalesce((SELECT p.id FROM shelf p WHERE p.id = tool.shelf_id ORDER BY p.id, p.room FETCH FIRST ROW ONLY), (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)), shelf_room = coalesce((SELECT p.room FROM shelf p WHERE p.id = tool.shelf_id ORDER BY p.id, p.room FETCH FIRST ROW ONLY), (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY))
    WHERE tool.shelf_id IS NOT NULL AND tool.shelf_room IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM shelf r WHERE r.id = tool.shelf_id AND r.room = tool.shelf_room);

-- accrete:step 4 autocommit tool: add foreign key tool_shelf_id_shelf_room_fkey
ALTER TABLE tool ADD CONSTRAINT tool_shelf_id_shelf_room_fkey FOREIGN KEY (shelf_id, shelf_room) REFERENCES shelf (id, room);
