-- accrete:undo V0002 case postgresql
-- accrete:model 1:59945a80e3c81ee528c225d07e3c29b1
-- accrete:verdict breaking
--
-- Changes
--   meter.tag   change type from uuid to binary(16)   Meter.tag
-- Locks
--   meter       ACCESS EXCLUSIVE, instant
--   meter       SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] meter.tag: the running version of the application may write values that no longer fit
--   [ACC-H210] meter.tag: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   meter.tag: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=meter meter.tag: add a column of type bytea beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE meter ADD COLUMN meter_tag_next bytea;

CREATE FUNCTION meter_tag_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.meter_tag_next := (SELECT uuid_send(tag::uuid) FROM (SELECT NEW.*) AS meter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER meter_tag_sync BEFORE INSERT OR UPDATE ON meter FOR EACH ROW EXECUTE FUNCTION meter_tag_sync();
COMMIT;

-- accrete:step 2 autocommit meter.tag: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 meter.id%TYPE;
    high_1 meter.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM meter ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM meter WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE meter SET meter_tag_next = uuid_send(tag::uuid) WHERE meter_tag_next IS NULL AND tag IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE meter SET meter_tag_next = uuid_send(tag::uuid) WHERE meter_tag_next IS NULL AND tag IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=meter meter.meter_tag_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE meter ADD CONSTRAINT meter_meter_tag_next_present CHECK (meter_tag_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction meter: validate meter_meter_tag_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE meter VALIDATE CONSTRAINT meter_meter_tag_next_present;
COMMIT;

-- accrete:step 5 transaction locks=meter meter.meter_tag_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE meter ALTER COLUMN meter_tag_next SET NOT NULL;
ALTER TABLE meter DROP CONSTRAINT meter_meter_tag_next_present;
COMMIT;

-- accrete:step 6 autocommit meter.tag: gather statistics
ANALYZE meter (meter_tag_next);

-- accrete:step 7 transaction locks=meter meter.tag: change type to bytea
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER meter_tag_sync ON meter;
DROP FUNCTION meter_tag_sync();
ALTER TABLE meter DROP COLUMN tag;
ALTER TABLE meter RENAME COLUMN meter_tag_next TO tag;
COMMIT;
