-- accrete:undo V0002 case postgresql
-- accrete:model 1:7723ed853d7b0c1fe1a1fd6f069a9e45
-- accrete:verdict breaking
--
-- Changes
--   visit.token   change type from varchar(20) to uuid, using CAST(NULL AS uuid)   Visit.token
--   visit.made    change type from varchar(8) to timestamp(6), using CAST(TIMESTAMP '1970-01-01 00:00:00' AS timestamp(6))   Visit.made
--   visit.dated   change type from char(1) to date, using CAST(NULL AS date)       Visit.dated
-- Locks
--   visit         ACCESS EXCLUSIVE, instant
--   visit         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] visit.token: the running version of the application may write values that no longer fit
--   [ACC-H210] visit.token: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] visit.made: the running version of the application may write values that no longer fit
--   [ACC-H210] visit.made: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] visit.dated: the running version of the application may write values that no longer fit
--   [ACC-H210] visit.dated: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   visit.dated: what the conversion of its values left out
--   visit.made: what the conversion of its values left out
--   visit.token: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=visit visit.dated: add a column of type date beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ADD COLUMN visit_dated_next date;

CREATE FUNCTION visit_dated_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.visit_dated_next := (SELECT CAST(NULL AS date) FROM (SELECT NEW.*) AS visit);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER visit_dated_sync BEFORE INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION visit_dated_sync();
COMMIT;

-- accrete:step 2 autocommit visit.dated: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visit.id%TYPE;
    high_1 visit.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM visit ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM visit WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visit SET visit_dated_next = CAST(NULL AS date) WHERE visit_dated_next IS NULL AND dated IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE visit SET visit_dated_next = CAST(NULL AS date) WHERE visit_dated_next IS NULL AND dated IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit visit.dated: gather statistics
ANALYZE visit (visit_dated_next);

-- accrete:step 4 transaction locks=visit visit.dated: change type to date; visit.made: add a column of type timestamp(6) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER visit_dated_sync ON visit;
DROP FUNCTION visit_dated_sync();
ALTER TABLE visit DROP COLUMN dated;
ALTER TABLE visit RENAME COLUMN visit_dated_next TO dated;
ALTER TABLE visit ADD COLUMN visit_made_next timestamp(6);

CREATE FUNCTION visit_made_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.visit_made_next := (SELECT CAST(TIMESTAMP '1970-01-01 00:00:00' AS timestamp(6)) FROM (SELECT NEW.*) AS visit);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER visit_made_sync BEFORE INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION visit_made_sync();
COMMIT;

-- accrete:step 5 autocommit visit.made: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visit.id%TYPE;
    high_1 visit.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM visit ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM visit WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visit SET visit_made_next = CAST(TIMESTAMP '1970-01-01 00:00:00' AS timestamp(6)) WHERE visit_made_next IS NULL AND made IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE visit SET visit_made_next = CAST(TIMESTAMP '1970-01-01 00:00:00' AS timestamp(6)) WHERE visit_made_next IS NULL AND made IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=visit visit.visit_made_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ADD CONSTRAINT visit_visit_made_next_present CHECK (visit_made_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 transaction visit: validate visit_visit_made_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visit VALIDATE CONSTRAINT visit_visit_made_next_present;
COMMIT;

-- accrete:step 8 transaction locks=visit visit.visit_made_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ALTER COLUMN visit_made_next SET NOT NULL;
ALTER TABLE visit DROP CONSTRAINT visit_visit_made_next_present;
COMMIT;

-- accrete:step 9 autocommit visit.made: gather statistics
ANALYZE visit (visit_made_next);

-- accrete:step 10 transaction locks=visit visit.made: change type to timestamp(6); visit.token: add a column of type uuid beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER visit_made_sync ON visit;
DROP FUNCTION visit_made_sync();
ALTER TABLE visit DROP COLUMN made;
ALTER TABLE visit RENAME COLUMN visit_made_next TO made;
ALTER TABLE visit ADD COLUMN visit_token_next uuid;

CREATE FUNCTION visit_token_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.visit_token_next := (SELECT CAST(NULL AS uuid) FROM (SELECT NEW.*) AS visit);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER visit_token_sync BEFORE INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION visit_token_sync();
COMMIT;

-- accrete:step 11 autocommit visit.token: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visit.id%TYPE;
    high_1 visit.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM visit ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM visit WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visit SET visit_token_next = CAST(NULL AS uuid) WHERE visit_token_next IS NULL AND token IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE visit SET visit_token_next = CAST(NULL AS uuid) WHERE visit_token_next IS NULL AND token IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 autocommit visit.token: gather statistics
ANALYZE visit (visit_token_next);

-- accrete:step 13 transaction locks=visit visit.token: change type to uuid
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER visit_token_sync ON visit;
DROP FUNCTION visit_token_sync();
ALTER TABLE visit DROP COLUMN token;
ALTER TABLE visit RENAME COLUMN visit_token_next TO token;
COMMIT;
