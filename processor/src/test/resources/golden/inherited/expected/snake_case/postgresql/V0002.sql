-- accrete:migration V0002 draft postgresql
-- accrete:model 1:d4d8de3e87c61dc0bb1c40d79c49a1da
-- accrete:verdict breaking
--
-- Changes
--   invoice.written   rename column from created                    Invoice.written
--   letter.written    rename column from created                    Letter.written
--   memo              create table                                  Memo
--   invoice.subject   change type from varchar(40) to varchar(20)   Invoice.subject
--   letter.subject    change type from varchar(40) to varchar(20)   Letter.subject
--   invoice.folder    drop column                                   Invoice
--   letter.folder     drop column                                   Letter
-- Locks
--   invoice           ACCESS EXCLUSIVE, instant
--   letter            ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] invoice.written: the running version of the application looks for the old name
--   [ACC-H201] letter.written: the running version of the application looks for the old name
--   [ACC-H204] invoice.subject: the running version of the application may write values that no longer fit
--   [ACC-H210] invoice.subject: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] letter.subject: the running version of the application may write values that no longer fit
--   [ACC-H210] letter.subject: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] invoice.folder: the running version of the application still reads and writes the column
--   [ACC-H301] invoice.folder: its data is gone for good
--   [ACC-H202] letter.folder: the running version of the application still reads and writes the column
--   [ACC-H301] letter.folder: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=invoice invoice.created: rename to written
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE invoice RENAME COLUMN created TO written;
COMMIT;

-- accrete:step 2 transaction locks=letter letter.created: rename to written
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter RENAME COLUMN created TO written;
COMMIT;

-- accrete:step 3 transaction create memo, which nobody uses yet
BEGIN;
CREATE TABLE memo (
    id bigint NOT NULL,
    written timestamp(6) with time zone,
    subject varchar(20),
    CONSTRAINT memo_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 4 transaction locks=invoice invoice.subject: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE invoice ADD COLUMN invoice_subject_next varchar(20);

CREATE FUNCTION invoice_subject_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.invoice_subject_next := (SELECT subject::varchar(20) FROM (SELECT NEW.*) AS invoice);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER invoice_subject_sync BEFORE INSERT OR UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_subject_sync();
COMMIT;

-- accrete:step 5 autocommit invoice.subject: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 invoice.id%TYPE;
    high_1 invoice.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM invoice ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM invoice WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE invoice SET invoice_subject_next = subject::varchar(20) WHERE invoice_subject_next IS NULL AND subject IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE invoice SET invoice_subject_next = subject::varchar(20) WHERE invoice_subject_next IS NULL AND subject IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit invoice.subject: gather statistics
ANALYZE invoice (invoice_subject_next);

-- accrete:step 7 transaction locks=invoice invoice.subject: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER invoice_subject_sync ON invoice;
DROP FUNCTION invoice_subject_sync();
ALTER TABLE invoice DROP COLUMN subject;
ALTER TABLE invoice RENAME COLUMN invoice_subject_next TO subject;
COMMIT;

-- accrete:step 8 transaction locks=letter letter.subject: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD COLUMN letter_subject_next varchar(20);

CREATE FUNCTION letter_subject_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.letter_subject_next := (SELECT subject::varchar(20) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_subject_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_subject_sync();
COMMIT;

-- accrete:step 9 autocommit letter.subject: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 letter.id%TYPE;
    high_1 letter.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM letter ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM letter WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE letter SET letter_subject_next = subject::varchar(20) WHERE letter_subject_next IS NULL AND subject IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_subject_next = subject::varchar(20) WHERE letter_subject_next IS NULL AND subject IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 autocommit letter.subject: gather statistics
ANALYZE letter (letter_subject_next);

-- accrete:step 11 transaction locks=letter letter.subject: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_subject_sync ON letter;
DROP FUNCTION letter_subject_sync();
ALTER TABLE letter DROP COLUMN subject;
ALTER TABLE letter RENAME COLUMN letter_subject_next TO subject;
COMMIT;

-- accrete:step 12 transaction locks=invoice invoice.folder: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE invoice DROP COLUMN folder;
COMMIT;

-- accrete:step 13 transaction locks=letter letter.folder: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP COLUMN folder;
COMMIT;
