-- accrete:undo V0002 case postgresql
-- accrete:model 1:5cefd943049a4df33180c03b43265248
-- accrete:verdict breaking
--
-- Changes
--   entry.title     change type from blob to varchar(255), using substring(convert_from(lo_get(title), 'UTF8') from 1 for 255)   Entry.title
--   entry.state     change type from blob to varchar(20), using substring(convert_from(lo_get(state), 'UTF8') from 1 for 20)   Entry.state
--   entry.picture   change type from varchar(255) to blob   Entry.picture
--   entry.number    change type from blob to bigint, using CASE WHEN CAST(convert_from(lo_get(number), 'UTF8') AS varchar) <> '' AND regexp_replace(CAST(convert_from(lo_get(number), 'UTF8') AS varchar), '^-?[0-9]+$', '') = '' THEN CAST(CAST(convert_from(lo_get(number), 'UTF8') AS varchar) AS bigint) END   Entry.number
--   entry.code      change type from clob to blob           Entry.code
-- Locks
--   entry           ACCESS EXCLUSIVE, instant
--   entry           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] entry.title: the running version of the application may write values that no longer fit
--   [ACC-H210] entry.title: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] entry.state: the running version of the application may write values that no longer fit
--   [ACC-H210] entry.state: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] entry.picture: the running version of the application may write values that no longer fit
--   [ACC-H210] entry.picture: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] entry.number: the running version of the application may write values that no longer fit
--   [ACC-H210] entry.number: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] entry.code: the running version of the application may write values that no longer fit
-- Data that does not come back
--   entry.code: what the conversion of its values left out
--   entry.number: what the conversion of its values left out
--   entry.picture: what the conversion of its values left out
--   entry.state: what the conversion of its values left out
--   entry.title: what the conversion of its values left out
-- Rows that stop this
--   entry.title: bytes that are no text (no query finds them before)
--   entry.state: bytes that are no text (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=entry entry.number: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ADD COLUMN entry_number_next bigint;

CREATE FUNCTION entry_number_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.entry_number_next := (SELECT CASE WHEN CAST(convert_from(lo_get(number), 'UTF8') AS varchar) <> '' AND regexp_replace(CAST(convert_from(lo_get(number), 'UTF8') AS varchar), '^-?[0-9]+$', '') = '' THEN CAST(CAST(convert_from(lo_get(number), 'UTF8') AS varchar) AS bigint) END FROM (SELECT NEW.*) AS entry);
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
                UPDATE entry SET entry_number_next = CASE WHEN CAST(convert_from(lo_get(number), 'UTF8') AS varchar) <> '' AND regexp_replace(CAST(convert_from(lo_get(number), 'UTF8') AS varchar), '^-?[0-9]+$', '') = '' THEN CAST(CAST(convert_from(lo_get(number), 'UTF8') AS varchar) AS bigint) END WHERE entry_number_next IS NULL AND number IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_number_next = CASE WHEN CAST(convert_from(lo_get(number), 'UTF8') AS varchar) <> '' AND regexp_replace(CAST(convert_from(lo_get(number), 'UTF8') AS varchar), '^-?[0-9]+$', '') = '' THEN CAST(CAST(convert_from(lo_get(number), 'UTF8') AS varchar) AS bigint) END WHERE entry_number_next IS NULL AND number IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=entry entry.number: change type to bigint; entry.picture: add a column of type oid beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER entry_number_sync ON entry;
DROP FUNCTION entry_number_sync();
ALTER TABLE entry DROP COLUMN number;
ALTER TABLE entry RENAME COLUMN entry_number_next TO number;
ALTER TABLE entry ADD COLUMN entry_picture_next oid;

CREATE FUNCTION entry_picture_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.picture IS NOT DISTINCT FROM OLD.picture THEN
        RETURN NEW;
    END IF;
    NEW.entry_picture_next := (SELECT lo_from_bytea(0, convert_to(picture::text, 'UTF8')) FROM (SELECT NEW.*) AS entry);
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
                UPDATE entry SET entry_picture_next = lo_from_bytea(0, convert_to(picture::text, 'UTF8')) WHERE entry_picture_next IS NULL AND picture IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_picture_next = lo_from_bytea(0, convert_to(picture::text, 'UTF8')) WHERE entry_picture_next IS NULL AND picture IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction locks=entry entry.picture: change type to oid; entry.state: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER entry_picture_sync ON entry;
DROP FUNCTION entry_picture_sync();
ALTER TABLE entry DROP COLUMN picture;
ALTER TABLE entry RENAME COLUMN entry_picture_next TO picture;
ALTER TABLE entry ADD COLUMN entry_state_next varchar(20);

CREATE FUNCTION entry_state_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.entry_state_next := (SELECT substring(convert_from(lo_get(state), 'UTF8') from 1 for 20) FROM (SELECT NEW.*) AS entry);
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
                UPDATE entry SET entry_state_next = substring(convert_from(lo_get(state), 'UTF8') from 1 for 20) WHERE entry_state_next IS NULL AND state IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_state_next = substring(convert_from(lo_get(state), 'UTF8') from 1 for 20) WHERE entry_state_next IS NULL AND state IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 13 transaction locks=entry entry.state: change type to varchar(20); entry.title: add a column of type varchar(255) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER entry_state_sync ON entry;
DROP FUNCTION entry_state_sync();
ALTER TABLE entry DROP COLUMN state;
ALTER TABLE entry RENAME COLUMN entry_state_next TO state;
ALTER TABLE entry ADD COLUMN entry_title_next varchar(255);

CREATE FUNCTION entry_title_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.entry_title_next := (SELECT substring(convert_from(lo_get(title), 'UTF8') from 1 for 255) FROM (SELECT NEW.*) AS entry);
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
                UPDATE entry SET entry_title_next = substring(convert_from(lo_get(title), 'UTF8') from 1 for 255) WHERE entry_title_next IS NULL AND title IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_title_next = substring(convert_from(lo_get(title), 'UTF8') from 1 for 255) WHERE entry_title_next IS NULL AND title IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 16 transaction locks=entry entry.title: change type to varchar(255)
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
