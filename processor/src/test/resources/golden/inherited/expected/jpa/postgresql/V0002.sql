-- accrete:migration V0002 draft postgresql
-- accrete:model 1:d4d8de3e87c61dc0bb1c40d79c49a1da
-- accrete:verdict breaking
--
-- Changes
--   Invoice.written   rename column from created                    Invoice.written
--   Letter.written    rename column from created                    Letter.written
--   Memo              create table                                  Memo
--   Invoice.subject   change type from varchar(40) to varchar(20)   Invoice.subject
--   Letter.subject    change type from varchar(40) to varchar(20)   Letter.subject
--   Invoice.folder    drop column                                   Invoice
--   Letter.folder     drop column                                   Letter
-- Locks
--   Invoice           ACCESS EXCLUSIVE, instant
--   Letter            ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] Invoice.written: the running version of the application looks for the old name
--   [ACC-H201] Letter.written: the running version of the application looks for the old name
--   [ACC-H204] Invoice.subject: the running version of the application may write values that no longer fit
--   [ACC-H210] Invoice.subject: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] Letter.subject: the running version of the application may write values that no longer fit
--   [ACC-H210] Letter.subject: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] Invoice.folder: the running version of the application still reads and writes the column
--   [ACC-H301] Invoice.folder: its data is gone for good
--   [ACC-H202] Letter.folder: the running version of the application still reads and writes the column
--   [ACC-H301] Letter.folder: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=Invoice Invoice.created: rename to written
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Invoice RENAME COLUMN created TO written;
COMMIT;

-- accrete:step 2 transaction locks=Letter Letter.created: rename to written
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Letter RENAME COLUMN created TO written;
COMMIT;

-- accrete:step 3 transaction create Memo, which nobody uses yet
BEGIN;
CREATE TABLE Memo (
    id bigint NOT NULL,
    written timestamp(6) with time zone,
    subject varchar(20),
    CONSTRAINT Memo_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 4 transaction locks=Invoice Invoice.subject: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Invoice ADD COLUMN Invoice_subject_next varchar(20);

CREATE FUNCTION Invoice_subject_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.Invoice_subject_next := (SELECT subject::varchar(20) FROM (SELECT NEW.*) AS Invoice);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER Invoice_subject_sync BEFORE INSERT OR UPDATE ON Invoice FOR EACH ROW EXECUTE FUNCTION Invoice_subject_sync();
COMMIT;

-- accrete:step 5 autocommit Invoice.subject: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 Invoice.id%TYPE;
    high_1 Invoice.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM Invoice ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM Invoice WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE Invoice SET Invoice_subject_next = subject::varchar(20) WHERE Invoice_subject_next IS NULL AND subject IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Invoice SET Invoice_subject_next = subject::varchar(20) WHERE Invoice_subject_next IS NULL AND subject IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit Invoice.subject: gather statistics
ANALYZE Invoice (Invoice_subject_next);

-- accrete:step 7 transaction locks=Invoice Invoice.subject: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER Invoice_subject_sync ON Invoice;
DROP FUNCTION Invoice_subject_sync();
ALTER TABLE Invoice DROP COLUMN subject;
ALTER TABLE Invoice RENAME COLUMN Invoice_subject_next TO subject;
COMMIT;

-- accrete:step 8 transaction locks=Letter Letter.subject: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Letter ADD COLUMN Letter_subject_next varchar(20);

CREATE FUNCTION Letter_subject_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.Letter_subject_next := (SELECT subject::varchar(20) FROM (SELECT NEW.*) AS Letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER Letter_subject_sync BEFORE INSERT OR UPDATE ON Letter FOR EACH ROW EXECUTE FUNCTION Letter_subject_sync();
COMMIT;

-- accrete:step 9 autocommit Letter.subject: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 Letter.id%TYPE;
    high_1 Letter.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM Letter ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM Letter WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE Letter SET Letter_subject_next = subject::varchar(20) WHERE Letter_subject_next IS NULL AND subject IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Letter SET Letter_subject_next = subject::varchar(20) WHERE Letter_subject_next IS NULL AND subject IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 autocommit Letter.subject: gather statistics
ANALYZE Letter (Letter_subject_next);

-- accrete:step 11 transaction locks=Letter Letter.subject: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER Letter_subject_sync ON Letter;
DROP FUNCTION Letter_subject_sync();
ALTER TABLE Letter DROP COLUMN subject;
ALTER TABLE Letter RENAME COLUMN Letter_subject_next TO subject;
COMMIT;

-- accrete:step 12 transaction locks=Invoice Invoice.folder: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Invoice DROP COLUMN folder;
COMMIT;

-- accrete:step 13 transaction locks=Letter Letter.folder: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Letter DROP COLUMN folder;
COMMIT;
