-- accrete:undo V0002 case postgresql
-- accrete:model 1:8b1c23dd612a5f915fb9e0cfecc0fd21
-- accrete:verdict breaking
--
-- Changes
--   note.body   change type from clob to varchar(2000), using substring(convert_from(lo_get(body), 'UTF8') from 1 for 2000)   Note.body
-- Locks
--   note        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] note.body: the running version of the application may write values that no longer fit
--   [ACC-H210] note.body: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   note.body: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=note note.body: add a column of type varchar(2000) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD COLUMN note_body_next varchar(2000);

CREATE FUNCTION note_body_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.note_body_next := (SELECT substring(convert_from(lo_get(body), 'UTF8') from 1 for 2000) FROM (SELECT NEW.*) AS note);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER note_body_sync BEFORE INSERT OR UPDATE ON note FOR EACH ROW EXECUTE FUNCTION note_body_sync();
COMMIT;

-- accrete:step 2 autocommit note.body: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 note.id%TYPE;
    high_1 note.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM note ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM note WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE note SET note_body_next = substring(convert_from(lo_get(body), 'UTF8') from 1 for 2000) WHERE note_body_next IS NULL AND body IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE note SET note_body_next = substring(convert_from(lo_get(body), 'UTF8') from 1 for 2000) WHERE note_body_next IS NULL AND body IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit note.body: gather statistics
ANALYZE note (note_body_next);

-- accrete:step 4 transaction locks=note note.body: change type to varchar(2000)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER note_body_sync ON note;
DROP FUNCTION note_body_sync();
ALTER TABLE note DROP COLUMN body;
ALTER TABLE note RENAME COLUMN note_body_next TO body;
COMMIT;
