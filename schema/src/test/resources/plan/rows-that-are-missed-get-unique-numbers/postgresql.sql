-- accrete:migration V0002 case postgresql
-- accrete:model 1:6af7bca4afd67f56477f9d8ad026e975
-- accrete:verdict breaking
--
-- Changes
--   shelf       drop foreign key shelf_book_id_fkey (book_id) to book   Shelf
--   book        drop unique constraint book_code_key (code)             Book
--   book.id     change type from varchar(20) to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from book o) x where x.k = book.id)   Book.id
--   book.code   drop column                                             Book
-- Locks
--   book        ACCESS EXCLUSIVE, rewrite
--   shelf       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] book.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] book.id: the running version of the application may write values that no longer fit
--   [ACC-H210] book.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] book.code: the running version of the application still reads and writes the column
--   [ACC-H301] book.code: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=book,shelf shelf: drop foreign key shelf_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf DROP CONSTRAINT shelf_book_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=book book: drop unique key book_code_key; book.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book DROP CONSTRAINT book_code_key;
ALTER TABLE book ADD COLUMN book_id_next bigint;

CREATE FUNCTION book_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.book_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from book o) x where x.k = book.id) FROM (SELECT NEW.*) AS book);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER book_id_sync BEFORE INSERT OR UPDATE ON book FOR EACH ROW EXECUTE FUNCTION book_id_sync();
COMMIT;

-- accrete:step 3 autocommit book.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_book_id_next_list1;

CREATE TEMPORARY TABLE book_book_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from book o;

CREATE INDEX IF NOT EXISTS book_book_id_next_list1_n ON pg_temp.book_book_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS book_book_id_next_list1_k ON pg_temp.book_book_id_next_list1 (k);

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
                UPDATE book SET book_id_next = (select x.n from pg_temp.book_book_id_next_list1 x where x.k = book.id) WHERE book_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET book_id_next = (select x.n from pg_temp.book_book_id_next_list1 x where x.k = book.id) WHERE book_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.book_book_id_next_list1;
RESET statement_timeout;

-- accrete:step 4 transaction locks=book book.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER book_id_sync ON book;
DROP FUNCTION book_id_sync();
ALTER TABLE book ALTER COLUMN id TYPE bigint USING book_id_next;
ALTER TABLE book DROP COLUMN book_id_next;
COMMIT;

-- accrete:step 5 transaction locks=book book.code: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book DROP COLUMN code;
COMMIT;
