-- accrete:undo V0002 case postgresql
-- accrete:model 1:f317d08910195ee57459ad882627c875
-- accrete:verdict breaking
--
-- Changes
--   paper.title   change type from varchar(20) to varbinary(2000000)        Paper.title
--   paper.note    change type from varbinary(2000000) to varchar(255), using substring(CAST(convert_from(note, 'UTF8') AS varchar) from 1 for 255)   Paper.note
--   paper.body    change type from varchar(2000000) to varbinary(2000000)   Paper.body
-- Locks
--   paper         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] paper.title: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.title: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.note: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.note: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.body: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.body: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   paper.body: what the conversion of its values left out
--   paper.note: what the conversion of its values left out
--   paper.title: what the conversion of its values left out
-- Rows that stop this
--   paper.note: bytes that are no text (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=paper paper.body: add a column of type bytea beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_body_next bytea;

CREATE FUNCTION paper_body_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_body_next := (SELECT convert_to(body::text, 'UTF8') FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_body_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_body_sync();
COMMIT;

-- accrete:step 2 autocommit paper.body: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_body_next = convert_to(body::text, 'UTF8') WHERE paper_body_next IS NULL AND body IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_body_next = convert_to(body::text, 'UTF8') WHERE paper_body_next IS NULL AND body IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit paper.body: gather statistics
ANALYZE paper (paper_body_next);

-- accrete:step 4 transaction locks=paper paper.body: change type to bytea; paper.note: add a column of type varchar(255) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_body_sync ON paper;
DROP FUNCTION paper_body_sync();
ALTER TABLE paper DROP COLUMN body;
ALTER TABLE paper RENAME COLUMN paper_body_next TO body;
ALTER TABLE paper ADD COLUMN paper_note_next varchar(255);

CREATE FUNCTION paper_note_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_note_next := (SELECT substring(CAST(convert_from(note, 'UTF8') AS varchar) from 1 for 255) FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_note_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_note_sync();
COMMIT;

-- accrete:step 5 autocommit paper.note: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_note_next = substring(CAST(convert_from(note, 'UTF8') AS varchar) from 1 for 255) WHERE paper_note_next IS NULL AND note IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_note_next = substring(CAST(convert_from(note, 'UTF8') AS varchar) from 1 for 255) WHERE paper_note_next IS NULL AND note IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit paper.note: gather statistics
ANALYZE paper (paper_note_next);

-- accrete:step 7 transaction locks=paper paper.note: change type to varchar(255); paper.title: add a column of type bytea beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_note_sync ON paper;
DROP FUNCTION paper_note_sync();
ALTER TABLE paper DROP COLUMN note;
ALTER TABLE paper RENAME COLUMN paper_note_next TO note;
ALTER TABLE paper ADD COLUMN paper_title_next bytea;

CREATE FUNCTION paper_title_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_title_next := (SELECT convert_to(title::text, 'UTF8') FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_title_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_title_sync();
COMMIT;

-- accrete:step 8 autocommit paper.title: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_title_next = convert_to(title::text, 'UTF8') WHERE paper_title_next IS NULL AND title IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_title_next = convert_to(title::text, 'UTF8') WHERE paper_title_next IS NULL AND title IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 autocommit paper.title: gather statistics
ANALYZE paper (paper_title_next);

-- accrete:step 10 transaction locks=paper paper.title: change type to bytea
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_title_sync ON paper;
DROP FUNCTION paper_title_sync();
ALTER TABLE paper DROP COLUMN title;
ALTER TABLE paper RENAME COLUMN paper_title_next TO title;
COMMIT;
