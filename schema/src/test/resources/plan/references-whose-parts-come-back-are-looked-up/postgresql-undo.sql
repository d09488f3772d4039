-- accrete:undo V0002 case postgresql
-- accrete:model 1:0d2ea150af957ff9678e90d3e534e018
-- accrete:verdict breaking
--
-- Changes
--   cover.book_number    add column varchar(255) not null, existing rows: coalesce((select p.number from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.number order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end)   Cover
--   book.number          add column varchar(255) not null, existing rows: CAST(id AS varchar)         Book
--   book.edition         add column integer not null, existing rows: CAST(id + coalesce((SELECT max(o.edition) FROM book o), 0) AS integer)   Book
--   cover                drop foreign key cover_book_id_fkey (book_id) to book                        Cover
--   cover                drop primary key cover_pkey (book_id)                                        Cover
--   book                 drop primary key book_pkey (id)                                              Book
--   cover.book_id        drop not null                                                                Cover.bookId
--   cover.book_id        replace values                                                               Cover.bookId
--   book.id              drop column                                                                  Book.id
--   cover.book_edition   set not null, existing rows: coalesce((select p.edition from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.edition order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end)   Cover
--   cover                add primary key cover_pkey (book_edition, book_number)                       Cover
--   book                 add primary key book_pkey (edition, number)                                  Book
--   cover                look up what the references of cover_book_fkey mean, whose keys are others   Cover
--   cover                add foreign key cover_book_fkey (book_edition, book_number) to book          Cover
-- Locks
--   book                 ACCESS EXCLUSIVE, instant
--   book                 SHARE UPDATE EXCLUSIVE, scan
--   cover                ACCESS EXCLUSIVE, instant
--   cover                SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] cover.book_number: inserts of the running version leave the new column out and fail
--   [ACC-H203] book.number: inserts of the running version leave the new column out and fail
--   [ACC-H203] book.edition: inserts of the running version leave the new column out and fail
--   [ACC-H202] book.id: the running version of the application still reads and writes the column
--   [ACC-H301] book.id: its data is gone for good
--   [ACC-H203] cover.book_edition: writes of the running version that leave the column empty fail
-- Data that does not come back
--   cover: look up what the references of cover_book_fkey mean, whose keys are others
--   cover.book_edition: rows without a value get coalesce((select p.edition from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.edition order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end)
--   book.id: all values
--   cover.book_id: what the conversion of its values left out
--   book.edition: the values that were dropped
--   book.number: the values that were dropped
--   cover.book_number: the values that were dropped
-- Rows that stop this
--   cover.book_number: no value, where none is found for them (no query finds them before)
--   cover.book_edition: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=book,cover cover: drop foreign key cover_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover DROP CONSTRAINT cover_book_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=book book.edition: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD COLUMN edition integer;
COMMIT;

-- accrete:step 3 autocommit book.edition: fill in rows that exist
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
                UPDATE book SET edition = CAST(id + coalesce((SELECT max(o.edition) FROM book o), 0) AS integer) WHERE edition IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET edition = CAST(id + coalesce((SELECT max(o.edition) FROM book o), 0) AS integer) WHERE edition IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=book book.edition: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_edition_present CHECK (edition IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit book.edition: fill in rows written meanwhile
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
                UPDATE book SET edition = CAST(id + coalesce((SELECT max(o.edition) FROM book o), 0) AS integer) WHERE edition IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET edition = CAST(id + coalesce((SELECT max(o.edition) FROM book o), 0) AS integer) WHERE edition IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction book: validate book_edition_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_edition_present;
COMMIT;

-- accrete:step 7 transaction locks=book book.edition: set not null; book.number: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ALTER COLUMN edition SET NOT NULL;
ALTER TABLE book DROP CONSTRAINT book_edition_present;
ALTER TABLE book ADD COLUMN number varchar(255);
COMMIT;

-- accrete:step 8 autocommit book.number: fill in rows that exist
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
                UPDATE book SET number = CAST(id AS varchar) WHERE number IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET number = CAST(id AS varchar) WHERE number IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction locks=book book.number: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_number_present CHECK (number IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit book.number: fill in rows written meanwhile
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
                UPDATE book SET number = CAST(id AS varchar) WHERE number IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE book SET number = CAST(id AS varchar) WHERE number IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 transaction book: validate book_number_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book VALIDATE CONSTRAINT book_number_present;
COMMIT;

-- accrete:step 12 transaction locks=book book.number: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ALTER COLUMN number SET NOT NULL;
ALTER TABLE book DROP CONSTRAINT book_number_present;
COMMIT;

-- accrete:step 13 transaction locks=cover cover.book_number: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD COLUMN book_number varchar(255);
COMMIT;

-- accrete:step 14 autocommit cover.book_number: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.cover_book_number_values;

CREATE TEMPORARY TABLE cover_book_number_values AS
    SELECT book_id AS key_1, coalesce((select p.number from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.number order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end) AS found
    FROM cover;

CREATE UNIQUE INDEX IF NOT EXISTS cover_book_number_place ON pg_temp.cover_book_number_values (key_1);

DO $accrete$
DECLARE
    low_1 cover.book_id%TYPE;
    high_1 cover.book_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT book_id INTO low_1 FROM cover ORDER BY book_id LIMIT 1;
    LOOP
        SELECT book_id INTO high_1 FROM cover WHERE book_id >= low_1 ORDER BY book_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET book_number = (SELECT v.found FROM pg_temp.cover_book_number_values v WHERE v.key_1 = cover.book_id) WHERE book_number IS NULL AND book_id >= low_1;
                EXIT;
            END IF;
            UPDATE cover SET book_number = (SELECT v.found FROM pg_temp.cover_book_number_values v WHERE v.key_1 = cover.book_id) WHERE book_number IS NULL AND book_id >= low_1 AND book_id < high_1;
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

DROP TABLE IF EXISTS pg_temp.cover_book_number_values;
RESET statement_timeout;

-- accrete:step 15 transaction locks=cover cover.book_number: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD CONSTRAINT cover_book_number_present CHECK (book_number IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 16 autocommit cover.book_number: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.cover_book_number_values;

CREATE TEMPORARY TABLE cover_book_number_values AS
    SELECT book_id AS key_1, coalesce((select p.number from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.number order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end) AS found
    FROM cover;

CREATE UNIQUE INDEX IF NOT EXISTS cover_book_number_place ON pg_temp.cover_book_number_values (key_1);

DO $accrete$
DECLARE
    low_1 cover.book_id%TYPE;
    high_1 cover.book_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT book_id INTO low_1 FROM cover ORDER BY book_id LIMIT 1;
    LOOP
        SELECT book_id INTO high_1 FROM cover WHERE book_id >= low_1 ORDER BY book_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET book_number = (SELECT v.found FROM pg_temp.cover_book_number_values v WHERE v.key_1 = cover.book_id) WHERE book_number IS NULL AND book_id >= low_1;
                EXIT;
            END IF;
            UPDATE cover SET book_number = (SELECT v.found FROM pg_temp.cover_book_number_values v WHERE v.key_1 = cover.book_id) WHERE book_number IS NULL AND book_id >= low_1 AND book_id < high_1;
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

DROP TABLE IF EXISTS pg_temp.cover_book_number_values;
RESET statement_timeout;

-- accrete:step 17 transaction cover: validate cover_book_number_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE cover VALIDATE CONSTRAINT cover_book_number_present;
COMMIT;

-- accrete:step 18 transaction locks=cover cover.book_number: set not null; cover: drop keys
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ALTER COLUMN book_number SET NOT NULL;
ALTER TABLE cover DROP CONSTRAINT cover_book_number_present;
ALTER TABLE cover DROP CONSTRAINT cover_pkey;
COMMIT;

-- accrete:step 19 transaction cover: mend references to book
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE cover SET book_edition = coalesce((select p.edition from book p where p.id = cover.book_id), (select x.edition from (select p.edition, row_number() over (order by p.edition, p.number) as n from book p) x join (select o.book_id as k1, row_number() over (order by o.book_id) as n from cover o) y on y.n = x.n where y.k1 = cover.book_id)), book_number = coalesce((select p.number from book p where p.id = cover.book_id), (select x.number from (select p.number, row_number() over (order by p.edition, p.number) as n from book p) x join (select o.book_id as k1, row_number() over (order by o.book_id) as n from cover o) y on y.n = x.n where y.k1 = cover.book_id))
    WHERE cover.book_edition IS NOT NULL AND cover.book_number IS NOT NULL;
COMMIT;

-- accrete:step 20 autocommit index=cover_pkey cover: build index cover_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY cover_pkey ON cover (book_edition, book_number);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 21 transaction locks=cover cover: add primary key cover_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD CONSTRAINT cover_pkey PRIMARY KEY USING INDEX cover_pkey;
COMMIT;

-- accrete:step 22 autocommit cover.book_edition: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.cover_book_edition_values;

CREATE TEMPORARY TABLE cover_book_edition_values AS
    SELECT book_id AS key_1, coalesce((select p.edition from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.edition order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end) AS found
    FROM cover
    WHERE book_edition IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS cover_book_edition_place ON pg_temp.cover_book_edition_values (key_1);

DO $accrete$
DECLARE
    low_1 cover.book_id%TYPE;
    high_1 cover.book_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT book_id INTO low_1 FROM cover ORDER BY book_id LIMIT 1;
    LOOP
        SELECT book_id INTO high_1 FROM cover WHERE book_id >= low_1 ORDER BY book_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET book_edition = (SELECT v.found FROM pg_temp.cover_book_edition_values v WHERE v.key_1 = cover.book_id) WHERE book_edition IS NULL AND book_id >= low_1;
                EXIT;
            END IF;
            UPDATE cover SET book_edition = (SELECT v.found FROM pg_temp.cover_book_edition_values v WHERE v.key_1 = cover.book_id) WHERE book_edition IS NULL AND book_id >= low_1 AND book_id < high_1;
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

DROP TABLE IF EXISTS pg_temp.cover_book_edition_values;
RESET statement_timeout;

-- accrete:step 23 transaction locks=cover cover.book_edition: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD CONSTRAINT cover_book_edition_present CHECK (book_edition IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 24 autocommit cover.book_edition: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.cover_book_edition_values;

CREATE TEMPORARY TABLE cover_book_edition_values AS
    SELECT book_id AS key_1, coalesce((select p.edition from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.edition order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end) AS found
    FROM cover
    WHERE book_edition IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS cover_book_edition_place ON pg_temp.cover_book_edition_values (key_1);

DO $accrete$
DECLARE
    low_1 cover.book_id%TYPE;
    high_1 cover.book_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT book_id INTO low_1 FROM cover ORDER BY book_id LIMIT 1;
    LOOP
        SELECT book_id INTO high_1 FROM cover WHERE book_id >= low_1 ORDER BY book_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET book_edition = (SELECT v.found FROM pg_temp.cover_book_edition_values v WHERE v.key_1 = cover.book_id) WHERE book_edition IS NULL AND book_id >= low_1;
                EXIT;
            END IF;
            UPDATE cover SET book_edition = (SELECT v.found FROM pg_temp.cover_book_edition_values v WHERE v.key_1 = cover.book_id) WHERE book_edition IS NULL AND book_id >= low_1 AND book_id < high_1;
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

DROP TABLE IF EXISTS pg_temp.cover_book_edition_values;
RESET statement_timeout;

-- accrete:step 25 transaction cover: validate cover_book_edition_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE cover VALIDATE CONSTRAINT cover_book_edition_present;
COMMIT;

-- accrete:step 26 transaction locks=cover cover.book_edition: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ALTER COLUMN book_edition SET NOT NULL;
ALTER TABLE cover DROP CONSTRAINT cover_book_edition_present;
COMMIT;

-- accrete:step 27 autocommit index=book_edition_new_idx book: build index book_edition_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY book_edition_new_idx ON book (edition, number);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 28 transaction locks=book book: change primary key book_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE book DROP CONSTRAINT book_pkey,
    ADD CONSTRAINT book_pkey PRIMARY KEY USING INDEX book_edition_new_idx;
COMMIT;

-- accrete:step 29 autocommit index=cover_book_edition_new_idx cover: build index cover_book_edition_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY cover_book_edition_new_idx ON cover (book_edition, book_number);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 30 transaction locks=cover cover: change primary key cover_pkey; cover.book_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE cover DROP CONSTRAINT cover_pkey,
    ADD CONSTRAINT cover_pkey PRIMARY KEY USING INDEX cover_book_edition_new_idx;

ALTER TABLE cover ALTER COLUMN book_id DROP NOT NULL;
COMMIT;

-- accrete:step 31 transaction locks=book,cover cover: add foreign key cover_book_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD CONSTRAINT cover_book_fkey FOREIGN KEY (book_edition, book_number) REFERENCES book (edition, number) NOT VALID;
COMMIT;

-- accrete:step 32 transaction cover: validate cover_book_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE cover VALIDATE CONSTRAINT cover_book_fkey;
COMMIT;

-- accrete:step 33 transaction locks=book book.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book DROP COLUMN id;
COMMIT;
