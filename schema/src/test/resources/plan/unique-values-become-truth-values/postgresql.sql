-- accrete:migration V0002 case postgresql
-- accrete:model 1:6bcc40f6c3af6cba8a600cb561fa915a
-- accrete:verdict breaking
--
-- Changes
--   lamp.kind    change type from varchar(20) to varchar(5), using substring(kind from 1 for 5)   Lamp.kind
--   lamp.state   change type from varchar(20) to boolean, using state = 'on'                      Lamp.state
--   lamp         add unique constraint lamp_kind_key (kind)                                       Lamp
-- Locks
--   lamp         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] lamp.kind: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] lamp.kind: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.kind: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] lamp.state: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.state: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] lamp: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   lamp: the same values in kind after their conversion
--     SELECT kind, count(*) FROM (SELECT substring(kind from 1 for 5) AS kind FROM lamp) found WHERE kind IS NOT NULL GROUP BY kind HAVING count(*) > 1;
--   lamp: the same values in state, room after their conversion
--     SELECT state, room, count(*) FROM (SELECT state = 'on' AS state, room FROM lamp) found WHERE state IS NOT NULL GROUP BY state, room HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=lamp lamp.kind: change type to varchar(5)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ALTER COLUMN kind TYPE varchar(5) USING substring(kind from 1 for 5);
COMMIT;

-- accrete:step 2 transaction locks=lamp lamp.state: add a column of type boolean beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD COLUMN lamp_state_next boolean;

CREATE FUNCTION lamp_state_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.lamp_state_next := (SELECT state = 'on' FROM (SELECT NEW.*) AS lamp);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER lamp_state_sync BEFORE INSERT OR UPDATE ON lamp FOR EACH ROW EXECUTE FUNCTION lamp_state_sync();
COMMIT;

-- accrete:step 3 autocommit lamp.state: convert rows that exist
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
                UPDATE lamp SET lamp_state_next = state = 'on' WHERE lamp_state_next IS NULL AND state IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE lamp SET lamp_state_next = state = 'on' WHERE lamp_state_next IS NULL AND state IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 autocommit index=lamp_state_room_key_state_next lamp: build index lamp_state_room_key_state_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY lamp_state_room_key_state_next ON lamp (lamp_state_next, room);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 autocommit lamp.state: gather statistics
ANALYZE lamp (lamp_state_next);

-- accrete:step 6 transaction locks=lamp lamp.state: change type to boolean
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

-- accrete:step 7 autocommit index=lamp_kind_key lamp: build index lamp_kind_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY lamp_kind_key ON lamp (kind);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=lamp lamp: add unique key lamp_kind_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD CONSTRAINT lamp_kind_key UNIQUE USING INDEX lamp_kind_key;
COMMIT;
