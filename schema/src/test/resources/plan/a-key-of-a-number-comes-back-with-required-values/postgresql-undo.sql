-- accrete:undo V0002 case postgresql
-- accrete:model 1:49e8fcd3ac0cd392e94c526e84b97961
-- accrete:verdict breaking
--
-- Changes
--   event.position   add column bigint not null identity                Event
--   event            drop primary key event_pkey (id)                   Event
--   event.code       set not null, existing rows: CAST(id AS varchar)   Event.code
--   event.id         drop column                                        Event.id
--   event            add primary key event_pkey (position)              Event
-- Locks
--   event            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] event.position: the new column writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H203] event.code: writes of the running version that leave the column empty fail
--   [ACC-H202] event.id: the running version of the application still reads and writes the column
--   [ACC-H301] event.id: its data is gone for good
-- Data that does not come back
--   event.id: all values
--   event.code: rows without a value get CAST(id AS varchar)
--   event.position: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit event.code: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 event.id%TYPE;
    high_1 event.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM event ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM event WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE event SET code = CAST(id AS varchar) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE event SET code = CAST(id AS varchar) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 2 transaction locks=event event.code: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE event ADD CONSTRAINT event_code_present CHECK (code IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit event.code: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 event.id%TYPE;
    high_1 event.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM event ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM event WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE event SET code = CAST(id AS varchar) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE event SET code = CAST(id AS varchar) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction event: validate event_code_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE event VALIDATE CONSTRAINT event_code_present;
COMMIT;

-- accrete:step 5 transaction locks=event event.code: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE event ALTER COLUMN code SET NOT NULL;
ALTER TABLE event DROP CONSTRAINT event_code_present;
COMMIT;

-- accrete:step 6 transaction locks=event event.position: add column
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE event ADD COLUMN position bigint GENERATED BY DEFAULT AS IDENTITY;
COMMIT;

-- accrete:step 7 autocommit index=event_position_new_idx event: build index event_position_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY event_position_new_idx ON event (position);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=event event: change primary key event_pkey; event.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE event DROP CONSTRAINT event_pkey,
    ADD CONSTRAINT event_pkey PRIMARY KEY USING INDEX event_position_new_idx;

ALTER TABLE event DROP COLUMN id;
COMMIT;
