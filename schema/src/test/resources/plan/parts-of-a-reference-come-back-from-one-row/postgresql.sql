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
--   tool              ACCESS EXCLUSIVE, instant
--   tool              SHARE UPDATE EXCLUSIVE, scan
-- Hazards
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

-- accrete:step 2 transaction locks=tool tool.shelf_id: accept rows without a value; tool.shelf_room: add a column of type numeric(38,2) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ALTER COLUMN shelf_id DROP NOT NULL;
ALTER TABLE tool ADD COLUMN tool_shelf_room_next numeric(38,2);

CREATE FUNCTION tool_shelf_room_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.tool_shelf_room_next := (SELECT cast(id as numeric(38,2)) FROM (SELECT NEW.*) AS tool);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER tool_shelf_room_sync BEFORE INSERT OR UPDATE ON tool FOR EACH ROW EXECUTE FUNCTION tool_shelf_room_sync();
COMMIT;

-- accrete:step 3 autocommit tool.shelf_room: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 tool.id%TYPE;
    high_1 tool.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM tool ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM tool WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE tool SET tool_shelf_room_next = cast(id as numeric(38,2)) WHERE tool_shelf_room_next IS NULL AND shelf_room IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tool SET tool_shelf_room_next = cast(id as numeric(38,2)) WHERE tool_shelf_room_next IS NULL AND shelf_room IS NOT NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 4 transaction locks=tool tool.tool_shelf_room_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ADD CONSTRAINT tool_tool_shelf_room_next_present CHECK (tool_shelf_room_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 transaction tool: validate tool_tool_shelf_room_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tool VALIDATE CONSTRAINT tool_tool_shelf_room_next_present;
COMMIT;

-- accrete:step 6 transaction locks=tool tool.tool_shelf_room_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ALTER COLUMN tool_shelf_room_next SET NOT NULL;
ALTER TABLE tool DROP CONSTRAINT tool_tool_shelf_room_next_present;
COMMIT;

-- accrete:step 7 autocommit tool.shelf_room: gather statistics
ANALYZE tool (tool_shelf_room_next);

-- accrete:step 8 transaction locks=tool tool.shelf_room: change type to numeric(38,2)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER tool_shelf_room_sync ON tool;
DROP FUNCTION tool_shelf_room_sync();
ALTER TABLE tool DROP COLUMN shelf_room;
ALTER TABLE tool RENAME COLUMN tool_shelf_room_next TO shelf_room;
COMMIT;
