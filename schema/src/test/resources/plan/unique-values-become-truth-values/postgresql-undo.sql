-- accrete:undo V0002 case postgresql
-- accrete:model 1:4993f9a6dbf83c0fcafe357d6cb37ce3
-- accrete:verdict breaking
--
-- Changes
--   lamp         drop unique constraint lamp_kind_key (kind)   Lamp
--   lamp.state   change type from boolean to varchar(20)       Lamp.state
--   lamp.kind    change type from varchar(5) to varchar(20)    Lamp.kind
-- Locks
--   lamp         ACCESS EXCLUSIVE, instant
--   lamp         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] lamp.state: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.state: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] lamp.kind: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   lamp.kind: what the conversion of its values left out
--   lamp.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=lamp lamp: drop unique key lamp_kind_key; lamp.kind: change type to varchar(20), rows stay as they are; lamp.state: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp DROP CONSTRAINT lamp_kind_key;
ALTER TABLE lamp ALTER COLUMN kind TYPE varchar(20);
ALTER TABLE lamp ADD COLUMN lamp_state_next varchar(20);

CREATE FUNCTION lamp_state_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.lamp_state_next := (SELECT state::varchar(20) FROM (SELECT NEW.*) AS lamp);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER lamp_state_sync BEFORE INSERT OR UPDATE ON lamp FOR EACH ROW EXECUTE FUNCTION lamp_state_sync();
COMMIT;

-- accrete:step 2 autocommit lamp.state: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 lamp.id%TYPE;
    high_1 lamp.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM lamp ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM lamp WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE lamp SET lamp_state_next = state::varchar(20) WHERE lamp_state_next IS NULL AND state IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE lamp SET lamp_state_next = state::varchar(20) WHERE lamp_state_next IS NULL AND state IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit index=lamp_state_room_key_state_next lamp: build index lamp_state_room_key_state_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY lamp_state_room_key_state_next ON lamp (lamp_state_next, room);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 autocommit lamp.state: gather statistics
ANALYZE lamp (lamp_state_next);

-- accrete:step 5 transaction locks=lamp lamp.state: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER lamp_state_sync ON lamp;
DROP FUNCTION lamp_state_sync();
ALTER TABLE lamp DROP COLUMN state;
ALTER TABLE lamp RENAME COLUMN lamp_state_next TO state;
ALTER TABLE lamp ADD CONSTRAINT lamp_state_room_key UNIQUE USING INDEX lamp_state_room_key_state_next;
COMMIT;
