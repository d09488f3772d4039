-- accrete:migration V0002 case postgresql
-- accrete:model 1:51c1e7a83d6378a8c76460a4c468744f
-- accrete:verdict breaking
--
-- Changes
--   author.id           change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = author.id)   Author.id
--   author.teacher_id   change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = author.teacher_id)   Author.teacherId
--   book.author_id      change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = book.author_id)   Book.authorId
-- Locks
--   author              ACCESS EXCLUSIVE, rewrite
--   book                ACCESS EXCLUSIVE, instant
--   book                SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H101] author.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] author.id: the running version of the application may write values that no longer fit
--   [ACC-H210] author.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] author.teacher_id: the running version of the application may write values that no longer fit
--   [ACC-H210] author.teacher_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] book.author_id: the running version of the application may write values that no longer fit
--   [ACC-H210] book.author_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=author author: drop foreign key author_teacher_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author DROP CONSTRAINT author_teacher_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=author,book book: drop foreign key book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book DROP CONSTRAINT book_author_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=author author.teacher_id: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD COLUMN author_teacher_id_next bigint;

CREATE FUNCTION author_teacher_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.teacher_id IS NOT DISTINCT FROM OLD.teacher_id THEN
        RETURN NEW;
    END IF;
    NEW.author_teacher_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = author.teacher_id) FROM (SELECT NEW.*) AS author);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER author_teacher_id_sync BEFORE INSERT OR UPDATE ON author FOR EACH ROW EXECUTE FUNCTION author_teacher_id_sync();
COMMIT;

-- accrete:step 4 autocommit author.teacher_id: convert rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.author_author_teacher_id_next_list1;

CREATE TEMPORARY TABLE author_author_teacher_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from author o;

CREATE INDEX IF NOT EXISTS author_author_teacher_id_next_list1_n ON pg_temp.author_author_teacher_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS author_author_teacher_id_next_list1_k ON pg_temp.author_author_teacher_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 author.id%TYPE;
    high_1 author.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM author ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM author WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE author SET author_teacher_id_next = (select x.n from pg_temp.author_author_teacher_id_next_list1 x where x.k = author.teacher_id) WHERE author_teacher_id_next IS NULL AND teacher_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE author SET author_teacher_id_next = (select x.n from pg_temp.author_author_teacher_id_next_list1 x where x.k = author.teacher_id) WHERE author_teacher_id_next IS NULL AND teacher_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.author_author_teacher_id_next_list1;
RESET statement_timeout;

-- accrete:step 5 autocommit author.teacher_id: gather statistics
ANALYZE author (author_teacher_id_next);

-- accrete:step 6 transaction locks=author author.teacher_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER author_teacher_id_sync ON author;
DROP FUNCTION author_teacher_id_sync();
ALTER TABLE author DROP COLUMN teacher_id;
ALTER TABLE author RENAME COLUMN author_teacher_id_next TO teacher_id;
COMMIT;

-- accrete:step 7 transaction locks=book book.author_id: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD COLUMN book_author_id_next bigint;

CREATE FUNCTION book_author_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.author_id IS NOT DISTINCT FROM OLD.author_id THEN
        RETURN NEW;
    END IF;
    NEW.book_author_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = book.author_id) FROM (SELECT NEW.*) AS book);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER book_author_id_sync BEFORE INSERT OR UPDATE ON book FOR EACH ROW EXECUTE FUNCTION book_author_id_sync();
COMMIT;

-- accrete:step 8 autocommit book.author_id: convert rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_book_author_id_next_list1;

CREATE TEMPORARY TABLE book_book_author_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from author o;

CREATE INDEX IF NOT EXISTS book_book_author_id_next_list1_n ON pg_temp.book_book_author_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS book_book_author_id_next_list1_k ON pg_temp.book_book_author_id_next_list1 (k);

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
                UPDATE book SET book_author_id_next = (select x.n from pg_temp.book_book_author_id_next_list1 x where x.k = book.author_id) WHERE book_author_id_next IS NULL AND author_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET book_author_id_next = (select x.n from pg_temp.book_book_author_id_next_list1 x where x.k = book.author_id) WHERE book_author_id_next IS NULL AND author_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.book_book_author_id_next_list1;
RESET statement_timeout;

-- accrete:step 9 transaction locks=book book.book_author_id_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_book_author_id_next_present CHECK (book_author_id_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 transaction book: validate book_book_author_id_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_book_author_id_next_present;
COMMIT;

-- accrete:step 11 transaction locks=book book.book_author_id_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ALTER COLUMN book_author_id_next SET NOT NULL;
ALTER TABLE book DROP CONSTRAINT book_book_author_id_next_present;
COMMIT;

-- accrete:step 12 autocommit book.author_id: gather statistics
ANALYZE book (book_author_id_next);

-- accrete:step 13 transaction locks=book book.author_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER book_author_id_sync ON book;
DROP FUNCTION book_author_id_sync();
ALTER TABLE book DROP COLUMN author_id;
ALTER TABLE book RENAME COLUMN book_author_id_next TO author_id;
COMMIT;

-- accrete:step 14 transaction locks=author author.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD COLUMN author_id_next bigint;

CREATE FUNCTION author_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.author_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = author.id) FROM (SELECT NEW.*) AS author);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER author_id_sync BEFORE INSERT OR UPDATE ON author FOR EACH ROW EXECUTE FUNCTION author_id_sync();
COMMIT;

-- accrete:step 15 autocommit author.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.author_author_id_next_list1;

CREATE TEMPORARY TABLE author_author_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from author o;

CREATE INDEX IF NOT EXISTS author_author_id_next_list1_n ON pg_temp.author_author_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS author_author_id_next_list1_k ON pg_temp.author_author_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 author.id%TYPE;
    high_1 author.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM author ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM author WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE author SET author_id_next = (select x.n from pg_temp.author_author_id_next_list1 x where x.k = author.id) WHERE author_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE author SET author_id_next = (select x.n from pg_temp.author_author_id_next_list1 x where x.k = author.id) WHERE author_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.author_author_id_next_list1;
RESET statement_timeout;

-- accrete:step 16 transaction locks=author author.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER author_id_sync ON author;
DROP FUNCTION author_id_sync();
ALTER TABLE author ALTER COLUMN id TYPE bigint USING author_id_next;
ALTER TABLE author DROP COLUMN author_id_next;
COMMIT;

-- accrete:step 17 transaction locks=author author: add foreign key author_teacher_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD CONSTRAINT author_teacher_id_fkey FOREIGN KEY (teacher_id) REFERENCES author (id) NOT VALID;
COMMIT;

-- accrete:step 18 transaction author: validate author_teacher_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE author VALIDATE CONSTRAINT author_teacher_id_fkey;
COMMIT;

-- accrete:step 19 transaction locks=author,book book: add foreign key book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (id) NOT VALID;
COMMIT;

-- accrete:step 20 transaction book: validate book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_author_id_fkey;
COMMIT;
