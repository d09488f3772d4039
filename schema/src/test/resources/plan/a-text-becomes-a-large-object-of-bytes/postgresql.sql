-- accrete:migration V0002 case postgresql
-- accrete:model 1:91a8dccf4f99273650eade78c623b9db
-- accrete:verdict breaking
--
-- Changes
--   entry.code      change type from blob to clob           Entry.code
--   entry.number    change type from bigint to blob         Entry.number
--   entry.picture   change type from blob to varchar(255)   Entry.picture
--   entry.state     change type from varchar(20) to blob    Entry.state
--   entry.title     change type from varchar(255) to blob   Entry.title
-- Locks
--   entry           ACCESS EXCLUSIVE, instant
--   entry           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] entry.code: the running version of the application may write values that no longer fit
--   [ACC-H204] entry.number: the running version of the application may write values that no longer fit
--   [ACC-H210] entry.number: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] entry.picture: the running version of the application may write values that no longer fit
--   [ACC-H210] entry.picture: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] entry.state: the running version of the application may write values that no longer fit
--   [ACC-H210] entry.state: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] entry.title: the running version of the application may write values that no longer fit
--   [ACC-H210] entry.title: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   entry.picture: bytes that are no text (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=entry entry.number: add a column of type oid beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ADD COLUMN entry_number_next oid;

CREATE FUNCTION entry_number_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.number IS NOT DISTINCT FROM OLD.number THEN
        RETURN NEW;
    END IF;
    NEW.entry_number_next := (SELECT lo_from_bytea(0, convert_to(number::text, 'UTF8')) FROM (SELECT NEW.*) AS entry);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER entry_number_sync BEFORE INSERT OR UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION entry_number_sync();
COMMIT;

-- accrete:step 2 autocommit entry.number: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 entry.id%TYPE;
    high_1 entry.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM entry ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM entry WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE entry SET entry_number_next = lo_from_bytea(0, convert_to(number::text, 'UTF8')) WHERE entry_number_next IS NULL AND number IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_number_next = lo_from_bytea(0, convert_to(number::text, 'UTF8')) WHERE entry_number_next IS NULL AND number IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit entry.number: gather statistics
ANALYZE entry (entry_number_next);

-- accrete:step 4 transaction locks=entry entry.number: change type to oid; entry.picture: add a column of type varchar(255) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER entry_number_sync ON entry;
DROP FUNCTION entry_number_sync();
ALTER TABLE entry DROP COLUMN number;
ALTER TABLE entry RENAME COLUMN entry_number_next TO number;
ALTER TABLE entry ADD COLUMN entry_picture_next varchar(255);

CREATE FUNCTION entry_picture_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.entry_picture_next := (SELECT convert_from(lo_get(picture), 'UTF8')::varchar(255) FROM (SELECT NEW.*) AS entry);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER entry_picture_sync BEFORE INSERT OR UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION entry_picture_sync();
COMMIT;

-- accrete:step 5 autocommit entry.picture: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 entry.id%TYPE;
    high_1 entry.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM entry ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM entry WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE entry SET entry_picture_next = convert_from(lo_get(picture), 'UTF8')::varchar(255) WHERE entry_picture_next IS NULL AND picture IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_picture_next = convert_from(lo_get(picture), 'UTF8')::varchar(255) WHERE entry_picture_next IS NULL AND picture IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit entry.picture: gather statistics
ANALYZE entry (entry_picture_next);

-- accrete:step 7 transaction locks=entry entry.picture: change type to varchar(255); entry.state: add a column of type oid beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER entry_picture_sync ON entry;
DROP FUNCTION entry_picture_sync();
ALTER TABLE entry DROP COLUMN picture;
ALTER TABLE entry RENAME COLUMN entry_picture_next TO picture;
ALTER TABLE entry ADD COLUMN entry_state_next oid;

CREATE FUNCTION entry_state_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.state IS NOT DISTINCT FROM OLD.state THEN
        RETURN NEW;
    END IF;
    NEW.entry_state_next := (SELECT lo_from_bytea(0, convert_to(state::text, 'UTF8')) FROM (SELECT NEW.*) AS entry);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER entry_state_sync BEFORE INSERT OR UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION entry_state_sync();
COMMIT;

-- accrete:step 8 autocommit entry.state: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 entry.id%TYPE;
    high_1 entry.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM entry ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM entry WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE entry SET entry_state_next = lo_from_bytea(0, convert_to(state::text, 'UTF8')) WHERE entry_state_next IS NULL AND state IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_state_next = lo_from_bytea(0, convert_to(state::text, 'UTF8')) WHERE entry_state_next IS NULL AND state IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction locks=entry entry.entry_state_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ADD CONSTRAINT entry_entry_state_next_present CHECK (entry_state_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 transaction entry: validate entry_entry_state_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE entry VALIDATE CONSTRAINT entry_entry_state_next_present;
COMMIT;

-- accrete:step 11 transaction locks=entry entry.entry_state_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ALTER COLUMN entry_state_next SET NOT NULL;
ALTER TABLE entry DROP CONSTRAINT entry_entry_state_next_present;
COMMIT;

-- accrete:step 12 autocommit entry.state: gather statistics
ANALYZE entry (entry_state_next);

-- accrete:step 13 transaction locks=entry entry.state: change type to oid; entry.title: add a column of type oid beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER entry_state_sync ON entry;
DROP FUNCTION entry_state_sync();
ALTER TABLE entry DROP COLUMN state;
ALTER TABLE entry RENAME COLUMN entry_state_next TO state;
ALTER TABLE entry ADD COLUMN entry_title_next oid;

CREATE FUNCTION entry_title_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.title IS NOT DISTINCT FROM OLD.title THEN
        RETURN NEW;
    END IF;
    NEW.entry_title_next := (SELECT lo_from_bytea(0, convert_to(title::text, 'UTF8')) FROM (SELECT NEW.*) AS entry);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER entry_title_sync BEFORE INSERT OR UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION entry_title_sync();
COMMIT;

-- accrete:step 14 autocommit entry.title: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 entry.id%TYPE;
    high_1 entry.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM entry ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM entry WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE entry SET entry_title_next = lo_from_bytea(0, convert_to(title::text, 'UTF8')) WHERE entry_title_next IS NULL AND title IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_title_next = lo_from_bytea(0, convert_to(title::text, 'UTF8')) WHERE entry_title_next IS NULL AND title IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 15 autocommit entry.title: gather statistics
ANALYZE entry (entry_title_next);

-- accrete:step 16 transaction locks=entry entry.title: change type to oid
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER entry_title_sync ON entry;
DROP FUNCTION entry_title_sync();
ALTER TABLE entry DROP COLUMN title;
ALTER TABLE entry RENAME COLUMN entry_title_next TO title;
COMMIT;
