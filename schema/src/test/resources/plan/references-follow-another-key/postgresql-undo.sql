-- accrete:undo V0002 case postgresql
-- accrete:model 1:23e720f1e2135988a7563d1981e3c123
-- accrete:verdict breaking
--
-- Changes
--   author.id         add column uuid not null, existing rows: cast(lpad(cast(row_number() over (order by nr) as varchar), 32, '0') as uuid)   Author
--   prize             drop foreign key prize_winner_nr_fkey (winner_nr) to author                       Prize
--   book              drop foreign key book_author_id_fkey (author_id) to author                        Book
--   author            drop primary key author_pkey (nr)                                                 Author
--   book.author_id    change type from bigint to uuid, using coalesce((select p.id from author p where p.nr = book.author_id), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY))   Book.authorId
--   prize.winner_nr   drop column                                                                       Prize.winnerNr
--   prize.winner_id   set not null, existing rows: coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY))   Prize
--   author            add primary key author_pkey (id)                                                  Author
--   author            add unique constraint author_nr_key (nr)                                          Author
--   prize             look up what the references of prize_winner_id_fkey mean, whose keys are others   Prize
--   prize             add foreign key prize_winner_id_fkey (winner_id) to author                        Prize
--   book              add foreign key book_author_id_fkey (author_id) to author                         Book
-- Locks
--   author            ACCESS EXCLUSIVE, instant
--   author            SHARE UPDATE EXCLUSIVE, scan
--   book              ACCESS EXCLUSIVE, instant
--   book              SHARE UPDATE EXCLUSIVE, scan
--   prize             ACCESS EXCLUSIVE, instant
--   prize             SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] author.id: inserts of the running version leave the new column out and fail
--   [ACC-H204] book.author_id: the running version of the application may write values that no longer fit
--   [ACC-H210] book.author_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] prize.winner_nr: the running version of the application still reads and writes the column
--   [ACC-H301] prize.winner_nr: its data is gone for good
--   [ACC-H203] prize.winner_id: writes of the running version that leave the column empty fail
--   [ACC-H401] prize: no index starts with [winner_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] book: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] book: no index starts with [author_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   prize: look up what the references of prize_winner_id_fkey mean, whose keys are others
--   prize.winner_id: rows without a value get coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY))
--   prize.winner_nr: all values
--   book.author_id: what the conversion of its values left out
--   author.id: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=author,book book: drop foreign key book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book DROP CONSTRAINT book_author_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=author,prize prize: drop foreign key prize_winner_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize DROP CONSTRAINT prize_winner_nr_fkey;
COMMIT;

-- accrete:step 3 transaction locks=author author.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD COLUMN id uuid;
COMMIT;

-- accrete:step 4 autocommit author.id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.author_id_values;

CREATE TEMPORARY TABLE author_id_values AS
    SELECT nr AS key_1, cast(lpad(cast(row_number() over (order by nr) as varchar), 32, '0') as uuid) AS found
    FROM author;

CREATE UNIQUE INDEX IF NOT EXISTS author_id_place ON pg_temp.author_id_values (key_1);

DO $accrete$
DECLARE
    low_1 author.nr%TYPE;
    high_1 author.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM author ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM author WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE author SET id = (SELECT v.found FROM pg_temp.author_id_values v WHERE v.key_1 = author.nr) WHERE id IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE author SET id = (SELECT v.found FROM pg_temp.author_id_values v WHERE v.key_1 = author.nr) WHERE id IS NULL AND nr >= low_1 AND nr < high_1;
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

DROP TABLE IF EXISTS pg_temp.author_id_values;
RESET statement_timeout;

-- accrete:step 5 transaction locks=author author.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD CONSTRAINT author_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit author.id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.author_id_values;

CREATE TEMPORARY TABLE author_id_values AS
    SELECT nr AS key_1, cast(lpad(cast(row_number() over (order by nr) as varchar), 32, '0') as uuid) AS found
    FROM author;

CREATE UNIQUE INDEX IF NOT EXISTS author_id_place ON pg_temp.author_id_values (key_1);

DO $accrete$
DECLARE
    low_1 author.nr%TYPE;
    high_1 author.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM author ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM author WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE author SET id = (SELECT v.found FROM pg_temp.author_id_values v WHERE v.key_1 = author.nr) WHERE id IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE author SET id = (SELECT v.found FROM pg_temp.author_id_values v WHERE v.key_1 = author.nr) WHERE id IS NULL AND nr >= low_1 AND nr < high_1;
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

DROP TABLE IF EXISTS pg_temp.author_id_values;
RESET statement_timeout;

-- accrete:step 7 transaction author: validate author_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE author VALIDATE CONSTRAINT author_id_present;
COMMIT;

-- accrete:step 8 transaction locks=author author.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ALTER COLUMN id SET NOT NULL;
ALTER TABLE author DROP CONSTRAINT author_id_present;
COMMIT;

-- accrete:step 9 transaction locks=book book.author_id: add a column of type uuid beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD COLUMN book_author_id_next uuid;

CREATE FUNCTION book_author_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.author_id IS NOT DISTINCT FROM OLD.author_id THEN
        RETURN NEW;
    END IF;
    NEW.book_author_id_next := (SELECT coalesce((select p.id from author p where p.nr = book.author_id), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) FROM (SELECT NEW.*) AS book);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER book_author_id_sync BEFORE INSERT OR UPDATE ON book FOR EACH ROW EXECUTE FUNCTION book_author_id_sync();
COMMIT;

-- accrete:step 10 autocommit book.author_id: convert rows that exist
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
                UPDATE book SET book_author_id_next = coalesce((select p.id from author p where p.nr = book.author_id), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE book_author_id_next IS NULL AND author_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET book_author_id_next = coalesce((select p.id from author p where p.nr = book.author_id), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE book_author_id_next IS NULL AND author_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 transaction locks=book book.book_author_id_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_book_author_id_next_present CHECK (book_author_id_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 12 transaction book: validate book_book_author_id_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_book_author_id_next_present;
COMMIT;

-- accrete:step 13 transaction locks=book book.book_author_id_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ALTER COLUMN book_author_id_next SET NOT NULL;
ALTER TABLE book DROP CONSTRAINT book_book_author_id_next_present;
COMMIT;

-- accrete:step 14 autocommit book.author_id: gather statistics
ANALYZE book (book_author_id_next);

-- accrete:step 15 transaction locks=book book.author_id: change type to uuid
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

-- accrete:step 16 autocommit prize.winner_id: fill in rows that exist
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
                UPDATE prize SET winner_id = coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE winner_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE prize SET winner_id = coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE winner_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 17 transaction locks=prize prize.winner_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize ADD CONSTRAINT prize_winner_id_present CHECK (winner_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 18 autocommit prize.winner_id: fill in rows written meanwhile
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
                UPDATE prize SET winner_id = coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE winner_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE prize SET winner_id = coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE winner_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 19 transaction prize: validate prize_winner_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE prize VALIDATE CONSTRAINT prize_winner_id_present;
COMMIT;

-- accrete:step 20 transaction locks=prize prize.winner_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize ALTER COLUMN winner_id SET NOT NULL;
ALTER TABLE prize DROP CONSTRAINT prize_winner_id_present;
COMMIT;

-- accrete:step 21 autocommit index=author_nr_key author: build index author_nr_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY author_nr_key ON author (nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 22 transaction locks=author author: add unique key author_nr_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD CONSTRAINT author_nr_key UNIQUE USING INDEX author_nr_key;
COMMIT;

-- accrete:step 23 autocommit index=author_id_new_idx author: build index author_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY author_id_new_idx ON author (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 24 transaction locks=author author: change primary key author_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE author DROP CONSTRAINT author_pkey,
    ADD CONSTRAINT author_pkey PRIMARY KEY USING INDEX author_id_new_idx;
COMMIT;

-- accrete:step 25 autocommit prize: mend references to author
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
                UPDATE prize SET winner_id = coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE prize.winner_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE prize SET winner_id = coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE prize.winner_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 26 transaction locks=author,book book: add foreign key book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (id) NOT VALID;
COMMIT;

-- accrete:step 27 transaction book: validate book_author_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_author_id_fkey;
COMMIT;

-- accrete:step 28 transaction locks=author,prize prize: add foreign key prize_winner_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author, prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize ADD CONSTRAINT prize_winner_id_fkey FOREIGN KEY (winner_id) REFERENCES author (id) NOT VALID;
COMMIT;

-- accrete:step 29 transaction prize: validate prize_winner_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE prize VALIDATE CONSTRAINT prize_winner_id_fkey;
COMMIT;

-- accrete:step 30 transaction locks=prize prize.winner_nr: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE prize IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE prize DROP COLUMN winner_nr;
COMMIT;
