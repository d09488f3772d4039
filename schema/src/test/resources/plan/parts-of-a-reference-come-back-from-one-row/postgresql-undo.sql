-- accrete:undo V0002 case postgresql
-- accrete:model 1:766639f6c0506368260c14beff86d7a0
-- accrete:verdict breaking
--
-- Changes
--   tool.shelf_id     set not null, existing rows: (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)   Tool.shelfId
--   tool.shelf_room   change type from numeric(38,2) to varchar(7), using (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)   Tool.shelfRoom
--   tool              look up what the references of tool_shelf_id_shelf_room_fkey mean, whose keys are others     Tool
--   tool              add foreign key tool_shelf_id_shelf_room_fkey (shelf_id, shelf_room) to shelf                Tool
-- Locks
--   shelf             SHARE ROW EXCLUSIVE, instant
--   tool              ACCESS EXCLUSIVE, instant
--   tool              SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] tool.shelf_id: writes of the running version that leave the column empty fail
--   [ACC-H204] tool.shelf_room: the running version of the application may write values that no longer fit
--   [ACC-H210] tool.shelf_room: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] tool: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] tool: no index starts with [shelf_id, shelf_room], so each delete of a referenced row reads the whole table
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

-- accrete:step 1 autocommit tool.shelf_id: fill in rows that exist
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
                UPDATE tool SET shelf_id = (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) WHERE shelf_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tool SET shelf_id = (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) WHERE shelf_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 2 transaction locks=tool tool.shelf_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ADD CONSTRAINT tool_shelf_id_present CHECK (shelf_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit tool.shelf_id: fill in rows written meanwhile
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
                UPDATE tool SET shelf_id = (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) WHERE shelf_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tool SET shelf_id = (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) WHERE shelf_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction tool: validate tool_shelf_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tool VALIDATE CONSTRAINT tool_shelf_id_present;
COMMIT;

-- accrete:step 5 transaction locks=tool tool.shelf_id: set not null; tool.shelf_room: add a column of type varchar(7) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ALTER COLUMN shelf_id SET NOT NULL;
ALTER TABLE tool DROP CONSTRAINT tool_shelf_id_present;
ALTER TABLE tool ADD COLUMN tool_shelf_room_next varchar(7);

CREATE FUNCTION tool_shelf_room_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.tool_shelf_room_next := (SELECT (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) FROM (SELECT NEW.*) AS tool);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER tool_shelf_room_sync BEFORE INSERT OR UPDATE ON tool FOR EACH ROW EXECUTE FUNCTION tool_shelf_room_sync();
COMMIT;

-- accrete:step 6 autocommit tool.shelf_room: convert rows that exist
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
                UPDATE tool SET tool_shelf_room_next = (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) WHERE tool_shelf_room_next IS NULL AND shelf_room IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tool SET tool_shelf_room_next = (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY) WHERE tool_shelf_room_next IS NULL AND shelf_room IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction locks=tool tool.tool_shelf_room_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ADD CONSTRAINT tool_tool_shelf_room_next_present CHECK (tool_shelf_room_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 transaction tool: validate tool_tool_shelf_room_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tool VALIDATE CONSTRAINT tool_tool_shelf_room_next_present;
COMMIT;

-- accrete:step 9 transaction locks=tool tool.tool_shelf_room_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ALTER COLUMN tool_shelf_room_next SET NOT NULL;
ALTER TABLE tool DROP CONSTRAINT tool_tool_shelf_room_next_present;
COMMIT;

-- accrete:step 10 autocommit tool.shelf_room: gather statistics
ANALYZE tool (tool_shelf_room_next);

-- accrete:step 11 transaction locks=tool tool.shelf_room: change type to varchar(7)
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

-- accrete:step 12 autocommit tool: mend references to shelf
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
                UPDATE tool SET shelf_id = coalesce((SELECT p.id FROM shelf p WHERE p.id = tool.shelf_id ORDER BY p.id, p.room FETCH FIRST ROW ONLY), (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)), shelf_room = coalesce((SELECT p.room FROM shelf p WHERE p.id = tool.shelf_id ORDER BY p.id, p.room FETCH FIRST ROW ONLY), (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)) WHERE tool.shelf_id IS NOT NULL AND tool.shelf_room IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM shelf r WHERE r.id = tool.shelf_id AND r.room = tool.shelf_room) AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tool SET shelf_id = coalesce((SELECT p.id FROM shelf p WHERE p.id = tool.shelf_id ORDER BY p.id, p.room FETCH FIRST ROW ONLY), (SELECT id FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)), shelf_room = coalesce((SELECT p.room FROM shelf p WHERE p.id = tool.shelf_id ORDER BY p.id, p.room FETCH FIRST ROW ONLY), (SELECT room FROM shelf ORDER BY id, room FETCH FIRST ROW ONLY)) WHERE tool.shelf_id IS NOT NULL AND tool.shelf_room IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM shelf r WHERE r.id = tool.shelf_id AND r.room = tool.shelf_room) AND id >= low_1 AND id < high_1;
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

-- accrete:step 13 transaction locks=shelf,tool tool: add foreign key tool_shelf_id_shelf_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf, tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tool ADD CONSTRAINT tool_shelf_id_shelf_room_fkey FOREIGN KEY (shelf_id, shelf_room) REFERENCES shelf (id, room) NOT VALID;
COMMIT;

-- accrete:step 14 transaction tool: validate tool_shelf_id_shelf_room_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tool VALIDATE CONSTRAINT tool_shelf_id_shelf_room_fkey;
COMMIT;
