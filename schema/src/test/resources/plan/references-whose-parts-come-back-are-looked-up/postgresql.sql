-- accrete:migration V0002 case postgresql
-- accrete:model 1:8e082a6f9f0aa1bc2fd946ddb8ae2b08
-- accrete:verdict breaking
--
-- Changes
--   cover.book_id        map kept column again                                                                     Cover.bookId
--   cover                drop foreign key cover_book_fkey (book_edition, book_number) to book                      Cover
--   book                 drop primary key book_pkey (edition, number)                                              Book
--   cover                drop primary key cover_pkey (book_edition, book_number)                                   Cover
--   cover.book_edition   keep unmapped column on purpose                                                           Cover
--   cover.book_edition   drop not null of unmapped column                                                          Cover
--   book.id              add column bigint not null, existing rows: row_number() over (order by edition, number)   Book.id
--   cover.book_id        replace values, using (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number)   Cover.bookId
--   cover.book_id        set not null, existing rows: (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number)   Cover.bookId
--   book                 add primary key book_pkey (id)                                                            Book
--   cover                add primary key cover_pkey (book_id)                                                      Cover
--   cover                add foreign key cover_book_id_fkey (book_id) to book                                      Cover
--   book.edition         drop column                                                                               Book
--   book.number          drop column                                                                               Book
--   cover.book_number    drop column                                                                               Cover
-- Locks
--   book                 ACCESS EXCLUSIVE, instant
--   book                 SHARE UPDATE EXCLUSIVE, scan
--   cover                ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] book.id: inserts of the running version leave the new column out and fail
--   [ACC-H101] cover.book_id: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H203] cover.book_id: writes of the running version that leave the column empty fail
--   [ACC-H202] book.edition: the running version of the application still reads and writes the column
--   [ACC-H301] book.edition: its data is gone for good
--   [ACC-H202] book.number: the running version of the application still reads and writes the column
--   [ACC-H301] book.number: its data is gone for good
--   [ACC-H202] cover.book_number: the running version of the application still reads and writes the column
--   [ACC-H301] cover.book_number: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=book,cover cover: drop foreign key cover_book_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover DROP CONSTRAINT cover_book_fkey;
COMMIT;

-- accrete:step 2 transaction locks=book book.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD COLUMN id bigint;
COMMIT;

-- accrete:step 3 autocommit book.id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_id_values;

CREATE TEMPORARY TABLE book_id_values AS
    SELECT edition AS key_1, number AS key_2, row_number() over (order by edition, number) AS found
    FROM book;

CREATE UNIQUE INDEX IF NOT EXISTS book_id_place ON pg_temp.book_id_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 book.edition%TYPE;
    low_2 book.number%TYPE;
    high_1 book.edition%TYPE;
    high_2 book.number%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT edition, number INTO low_1, low_2 FROM book ORDER BY edition, number LIMIT 1;
    LOOP
        SELECT edition, number INTO high_1, high_2 FROM book WHERE (edition, number) >= (low_1, low_2) ORDER BY edition, number OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE book SET id = (SELECT v.found FROM pg_temp.book_id_values v WHERE v.key_1 = book.edition AND v.key_2 = book.number) WHERE id IS NULL AND (edition, number) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE book SET id = (SELECT v.found FROM pg_temp.book_id_values v WHERE v.key_1 = book.edition AND v.key_2 = book.number) WHERE id IS NULL AND (edition, number) >= (low_1, low_2) AND (edition, number) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.book_id_values;
RESET statement_timeout;

-- accrete:step 4 transaction locks=book book.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit book.id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_id_values;

CREATE TEMPORARY TABLE book_id_values AS
    SELECT edition AS key_1, number AS key_2, row_number() over (order by edition, number) AS found
    FROM book;

CREATE UNIQUE INDEX IF NOT EXISTS book_id_place ON pg_temp.book_id_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 book.edition%TYPE;
    low_2 book.number%TYPE;
    high_1 book.edition%TYPE;
    high_2 book.number%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT edition, number INTO low_1, low_2 FROM book ORDER BY edition, number LIMIT 1;
    LOOP
        SELECT edition, number INTO high_1, high_2 FROM book WHERE (edition, number) >= (low_1, low_2) ORDER BY edition, number OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE book SET id = (SELECT v.found FROM pg_temp.book_id_values v WHERE v.key_1 = book.edition AND v.key_2 = book.number) WHERE id IS NULL AND (edition, number) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE book SET id = (SELECT v.found FROM pg_temp.book_id_values v WHERE v.key_1 = book.edition AND v.key_2 = book.number) WHERE id IS NULL AND (edition, number) >= (low_1, low_2) AND (edition, number) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.book_id_values;
RESET statement_timeout;

-- accrete:step 6 transaction book: validate book_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_id_present;
COMMIT;

-- accrete:step 7 transaction locks=book book.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ALTER COLUMN id SET NOT NULL;
ALTER TABLE book DROP CONSTRAINT book_id_present;
COMMIT;

-- accrete:step 8 transaction locks=cover cover.book_id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD COLUMN cover_book_id_next bigint;

CREATE FUNCTION cover_book_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.book_edition IS NOT DISTINCT FROM OLD.book_edition AND NEW.book_number IS NOT DISTINCT FROM OLD.book_number THEN
        RETURN NEW;
    END IF;
    NEW.cover_book_id_next := (SELECT (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number) FROM (SELECT NEW.*) AS cover);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER cover_book_id_sync BEFORE INSERT OR UPDATE ON cover FOR EACH ROW EXECUTE FUNCTION cover_book_id_sync();
COMMIT;

-- accrete:step 9 autocommit cover.book_id: look up the values of rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 cover.book_edition%TYPE;
    low_2 cover.book_number%TYPE;
    high_1 cover.book_edition%TYPE;
    high_2 cover.book_number%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT book_edition, book_number INTO low_1, low_2 FROM cover ORDER BY book_edition, book_number LIMIT 1;
    LOOP
        SELECT book_edition, book_number INTO high_1, high_2 FROM cover WHERE (book_edition, book_number) >= (low_1, low_2) ORDER BY book_edition, book_number OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET cover_book_id_next = (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number) WHERE cover_book_id_next IS NULL AND book_id IS NOT NULL AND (book_edition, book_number) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE cover SET cover_book_id_next = (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number) WHERE cover_book_id_next IS NULL AND book_id IS NOT NULL AND (book_edition, book_number) >= (low_1, low_2) AND (book_edition, book_number) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 10 transaction locks=cover cover.book_id: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER cover_book_id_sync ON cover;
DROP FUNCTION cover_book_id_sync();
ALTER TABLE cover ALTER COLUMN book_id TYPE bigint USING cover_book_id_next;
ALTER TABLE cover DROP COLUMN cover_book_id_next;
COMMIT;

-- accrete:step 11 autocommit cover.book_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 cover.book_edition%TYPE;
    low_2 cover.book_number%TYPE;
    high_1 cover.book_edition%TYPE;
    high_2 cover.book_number%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT book_edition, book_number INTO low_1, low_2 FROM cover ORDER BY book_edition, book_number LIMIT 1;
    LOOP
        SELECT book_edition, book_number INTO high_1, high_2 FROM cover WHERE (book_edition, book_number) >= (low_1, low_2) ORDER BY book_edition, book_number OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET book_id = (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number) WHERE book_id IS NULL AND (book_edition, book_number) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE cover SET book_id = (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number) WHERE book_id IS NULL AND (book_edition, book_number) >= (low_1, low_2) AND (book_edition, book_number) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 12 transaction locks=cover cover.book_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD CONSTRAINT cover_book_id_present CHECK (book_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 13 autocommit cover.book_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 cover.book_edition%TYPE;
    low_2 cover.book_number%TYPE;
    high_1 cover.book_edition%TYPE;
    high_2 cover.book_number%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT book_edition, book_number INTO low_1, low_2 FROM cover ORDER BY book_edition, book_number LIMIT 1;
    LOOP
        SELECT book_edition, book_number INTO high_1, high_2 FROM cover WHERE (book_edition, book_number) >= (low_1, low_2) ORDER BY book_edition, book_number OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET book_id = (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number) WHERE book_id IS NULL AND (book_edition, book_number) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE cover SET book_id = (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number) WHERE book_id IS NULL AND (book_edition, book_number) >= (low_1, low_2) AND (book_edition, book_number) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 14 transaction cover: validate cover_book_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE cover VALIDATE CONSTRAINT cover_book_id_present;
COMMIT;

-- accrete:step 15 transaction locks=cover cover.book_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ALTER COLUMN book_id SET NOT NULL;
ALTER TABLE cover DROP CONSTRAINT cover_book_id_present;
COMMIT;

-- accrete:step 16 autocommit index=book_id_new_idx book: build index book_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY book_id_new_idx ON book (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 17 transaction locks=book book: change primary key book_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE book DROP CONSTRAINT book_pkey,
    ADD CONSTRAINT book_pkey PRIMARY KEY USING INDEX book_id_new_idx;
COMMIT;

-- accrete:step 18 autocommit index=cover_book_id_new_idx cover: build index cover_book_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY cover_book_id_new_idx ON cover (book_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 19 transaction locks=cover cover: change primary key cover_pkey; cover.book_edition: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE cover DROP CONSTRAINT cover_pkey,
    ADD CONSTRAINT cover_pkey PRIMARY KEY USING INDEX cover_book_id_new_idx;

ALTER TABLE cover ALTER COLUMN book_edition DROP NOT NULL;
COMMIT;

-- accrete:step 20 transaction locks=book,cover cover: add foreign key cover_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD CONSTRAINT cover_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id) NOT VALID;
COMMIT;

-- accrete:step 21 transaction cover: validate cover_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE cover VALIDATE CONSTRAINT cover_book_id_fkey;
COMMIT;

-- accrete:step 22 transaction locks=book book.edition: drop column; book.number: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book DROP COLUMN edition;
ALTER TABLE book DROP COLUMN number;
COMMIT;

-- accrete:step 23 transaction locks=cover cover.book_number: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover DROP COLUMN book_number;
COMMIT;
