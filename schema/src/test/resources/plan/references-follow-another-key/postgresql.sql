-- accrete:migration V0002 case postgresql
-- accrete:model 1:a22fdd39946764f84ccd51238c6c9337
-- accrete:verdict breaking
--
-- Changes
--   book              drop foreign key book_author_id_fkey (author_id) to author                                            Book
--   prize             drop foreign key prize_winner_id_fkey (winner_id) to author                                           Prize
--   author            drop unique constraint author_nr_key (nr)                                                             Author
--   author            drop primary key author_pkey (id)                                                                     Author
--   prize.winner_id   keep unmapped column                                                                                  Prize
--   prize.winner_id   drop not null of unmapped column                                                                      Prize
--   prize.winner_nr   add column bigint not null, existing rows: (select p.nr from author p where p.id = prize.winner_id)   Prize.winnerNr
--   book.author_id    change type from uuid to bigint, using (select p.nr from author p where p.id = book.author_id)        Book.authorId
--   author            add primary key author_pkey (nr)                                                                      Author
--   book              add foreign key book_author_id_fkey (author_id) to author                                             Book
--   prize             add foreign key prize_winner_nr_fkey (winner_nr) to author                                            Prize
--   author.id         drop column                                                                                           Author
-- Locks
--   author            ACCESS EXCLUSIVE, instant
--   author            SHARE UPDATE EXCLUSIVE, scan
--   book              ACCESS EXCLUSIVE, instant
--   book              SHARE UPDATE EXCLUSIVE, scan
--   prize             ACCESS EXCLUSIVE, instant
--   prize             SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] prize.winner_nr: inserts of the running version leave the new column out and fail
--   [ACC-H204] book.author_id: the running version of the application may write values that no longer fit
--   [ACC-H210] book.author_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] book: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] book: no index starts with [author_id], so each delete of a referenced row reads the whole table
--   [ACC-H401] prize: no index starts with [winner_nr], so each delete of a referenced row reads the whole table
--   [ACC-H202] author.id: the running version of the application still reads and writes the column
--   [ACC-H301] author.id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=author,book book: drop foreign key book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book DROP CONSTRAINT book_author_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=author,prize prize: drop foreign key prize_winner_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize DROP CONSTRAINT prize_winner_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=book book.author_id: add a column of type bigint beside it
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
    NEW.book_author_id_next := (SELECT (select p.nr from author p where p.id = book.author_id) FROM (SELECT NEW.*) AS book);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER book_author_id_sync BEFORE INSERT OR UPDATE ON book FOR EACH ROW EXECUTE FUNCTION book_author_id_sync();
COMMIT;

-- accrete:step 4 autocommit book.author_id: convert rows that exist
SET statement_timeout = 0;

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
                UPDATE book SET book_author_id_next = (select p.nr from author p where p.id = book.author_id) WHERE book_author_id_next IS NULL AND author_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET book_author_id_next = (select p.nr from author p where p.id = book.author_id) WHERE book_author_id_next IS NULL AND author_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=book book.book_author_id_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_book_author_id_next_present CHECK (book_author_id_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 transaction book: validate book_book_author_id_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_book_author_id_next_present;
COMMIT;

-- accrete:step 7 transaction locks=book book.book_author_id_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ALTER COLUMN book_author_id_next SET NOT NULL;
ALTER TABLE book DROP CONSTRAINT book_book_author_id_next_present;
COMMIT;

-- accrete:step 8 autocommit book.author_id: gather statistics
ANALYZE book (book_author_id_next);

-- accrete:step 9 transaction locks=book book.author_id: change type to bigint
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

-- accrete:step 10 transaction locks=prize prize.winner_id: accept rows without a value; prize.winner_nr: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize ALTER COLUMN winner_id DROP NOT NULL;
ALTER TABLE prize ADD COLUMN winner_nr bigint;
COMMIT;

-- accrete:step 11 autocommit prize.winner_nr: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 prize.id%TYPE;
    high_1 prize.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM prize ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM prize WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE prize SET winner_nr = (select p.nr from author p where p.id = prize.winner_id) WHERE winner_nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE prize SET winner_nr = (select p.nr from author p where p.id = prize.winner_id) WHERE winner_nr IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 transaction locks=prize prize.winner_nr: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize ADD CONSTRAINT prize_winner_nr_present CHECK (winner_nr IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 13 autocommit prize.winner_nr: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 prize.id%TYPE;
    high_1 prize.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM prize ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM prize WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE prize SET winner_nr = (select p.nr from author p where p.id = prize.winner_id) WHERE winner_nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE prize SET winner_nr = (select p.nr from author p where p.id = prize.winner_id) WHERE winner_nr IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 14 transaction prize: validate prize_winner_nr_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE prize VALIDATE CONSTRAINT prize_winner_nr_present;
COMMIT;

-- accrete:step 15 transaction locks=prize prize.winner_nr: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize ALTER COLUMN winner_nr SET NOT NULL;
ALTER TABLE prize DROP CONSTRAINT prize_winner_nr_present;
COMMIT;

-- accrete:step 16 autocommit index=author_nr_new_idx author: build index author_nr_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY author_nr_new_idx ON author (nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 17 transaction locks=author author: change primary key author_pkey; author: drop unique key author_nr_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE author DROP CONSTRAINT author_pkey,
    ADD CONSTRAINT author_pkey PRIMARY KEY USING INDEX author_nr_new_idx;

ALTER TABLE author DROP CONSTRAINT author_nr_key;
COMMIT;

-- accrete:step 18 transaction locks=author,book book: add foreign key book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (nr) NOT VALID;
COMMIT;

-- accrete:step 19 transaction book: validate book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_author_id_fkey;
COMMIT;

-- accrete:step 20 transaction locks=author,prize prize: add foreign key prize_winner_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize ADD CONSTRAINT prize_winner_nr_fkey FOREIGN KEY (winner_nr) REFERENCES author (nr) NOT VALID;
COMMIT;

-- accrete:step 21 transaction prize: validate prize_winner_nr_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE prize VALIDATE CONSTRAINT prize_winner_nr_fkey;
COMMIT;

-- accrete:step 22 transaction locks=author author.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author DROP COLUMN id;
COMMIT;
