-- accrete:undo V0002 case postgresql
-- accrete:model 1:304bb1be99f3060afa551affe6428f28
-- accrete:verdict breaking
--
-- Changes
--   book.code   add column numeric(21,0) not null, existing rows: row_number() over (order by id)   Book
--   book.id     change type from bigint to varchar(20)                                              Book.id
--   book        add unique constraint book_code_key (code)                                          Book
--   shelf       add empty rows to book that shelf_book_id_fkey misses                               Shelf
--   shelf       add foreign key shelf_book_id_fkey (book_id) to book                                Shelf
-- Locks
--   book        ACCESS EXCLUSIVE, rewrite
--   shelf       SHARE ROW EXCLUSIVE, instant
--   shelf       SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] book.code: inserts of the running version leave the new column out and fail
--   [ACC-H101] book.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] book.id: the running version of the application may write values that no longer fit
--   [ACC-H210] book.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] book: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] shelf: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] shelf: no index starts with [book_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   shelf: add empty rows to book that shelf_book_id_fkey misses
--   book.id: what the conversion of its values left out
--   book.code: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=book book.code: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD COLUMN code numeric(21,0);
COMMIT;

-- accrete:step 2 autocommit book.code: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_code_values;

CREATE TEMPORARY TABLE book_code_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM book;

CREATE UNIQUE INDEX IF NOT EXISTS book_code_place ON pg_temp.book_code_values (key_1);

DO $accrete$
DECLARE
    low_1 book.id%TYPE;
    high_1 book.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM book ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM book WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE book SET code = (SELECT v.found FROM pg_temp.book_code_values v WHERE v.key_1 = book.id) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET code = (SELECT v.found FROM pg_temp.book_code_values v WHERE v.key_1 = book.id) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.book_code_values;
RESET statement_timeout;

-- accrete:step 3 transaction locks=book book.code: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_code_present CHECK (code IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit book.code: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_code_values;

CREATE TEMPORARY TABLE book_code_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM book;

CREATE UNIQUE INDEX IF NOT EXISTS book_code_place ON pg_temp.book_code_values (key_1);

DO $accrete$
DECLARE
    low_1 book.id%TYPE;
    high_1 book.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM book ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM book WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE book SET code = (SELECT v.found FROM pg_temp.book_code_values v WHERE v.key_1 = book.id) WHERE code IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET code = (SELECT v.found FROM pg_temp.book_code_values v WHERE v.key_1 = book.id) WHERE code IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.book_code_values;
RESET statement_timeout;

-- accrete:step 5 transaction book: validate book_code_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_code_present;
COMMIT;

-- accrete:step 6 transaction locks=book book.code: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ALTER COLUMN code SET NOT NULL;
ALTER TABLE book DROP CONSTRAINT book_code_present;
COMMIT;

-- accrete:step 7 transaction locks=book book.id: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ALTER COLUMN id TYPE varchar(20) USING id::varchar(20);
COMMIT;

-- accrete:step 8 autocommit index=book_code_key book: build index book_code_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY book_code_key ON book (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 9 transaction locks=book book: add unique key book_code_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_code_key UNIQUE USING INDEX book_code_key;
COMMIT;

-- accrete:step 10 autocommit shelf: mend references to book
SET statement_timeout = 0;

INSERT INTO book (id, code)
    SELECT id, row_number() over (order by id) + (select coalesce(max(o.code), 0) from book o) FROM (SELECT DISTINCT shelf.book_id AS id FROM shelf
    WHERE shelf.book_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM book r WHERE r.id = shelf.book_id)) k;

RESET statement_timeout;

-- accrete:step 11 transaction locks=book,shelf shelf: add foreign key shelf_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ADD CONSTRAINT shelf_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id) NOT VALID;
COMMIT;

-- accrete:step 12 transaction shelf: validate shelf_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE shelf VALIDATE CONSTRAINT shelf_book_id_fkey;
COMMIT;
