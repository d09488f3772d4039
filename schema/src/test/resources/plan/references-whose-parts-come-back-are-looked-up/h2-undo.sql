-- accrete:undo V0002 case h2
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
--   book                 EXCLUSIVE, rewrite
--   cover                EXCLUSIVE, rewrite
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

-- accrete:step 1 autocommit cover: drop foreign key cover_book_id_fkey
ALTER TABLE cover DROP CONSTRAINT IF EXISTS cover_book_id_fkey;

-- accrete:step 2 autocommit book: drop primary key book_pkey
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_pkey;

-- accrete:step 3 autocommit cover: drop primary key cover_pkey
ALTER TABLE cover DROP CONSTRAINT IF EXISTS cover_pkey;

-- accrete:step 4 autocommit book.edition: add column
ALTER TABLE book ADD COLUMN edition integer;
UPDATE book SET edition = CAST(id + coalesce((SELECT max(o.edition) FROM book o), 0) AS integer) WHERE edition IS NULL;
ALTER TABLE book ALTER COLUMN edition SET NOT NULL;

-- accrete:step 5 autocommit book.number: add column
ALTER TABLE book ADD COLUMN number varchar(255);
UPDATE book SET number = CAST(id AS varchar) WHERE number IS NULL;
ALTER TABLE book ALTER COLUMN number SET NOT NULL;

-- accrete:step 6 autocommit cover.book_number: add column
ALTER TABLE cover ADD COLUMN book_number varchar(255);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS cover_book_number_values AS
    SELECT book_id AS key_1, coalesce((select p.number from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.number order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end) AS found
    FROM cover;

CREATE UNIQUE INDEX IF NOT EXISTS cover_book_number_place ON cover_book_number_values (key_1);
UPDATE cover SET book_number = (SELECT v.found FROM cover_book_number_values v WHERE v.key_1 = cover.book_id) WHERE book_number IS NULL;
DROP TABLE IF EXISTS cover_book_number_values;
ALTER TABLE cover ALTER COLUMN book_number SET NOT NULL;

-- accrete:step 7 autocommit cover: mend references to book
UPDATE cover SET book_edition = coalesce((select p.edition from book p where p.id = cover.book_id), (select x.edition from (select p.edition, row_number() over (order by p.edition, p.number) as n from book p) x join (select o.book_id as k1, row_number() over (order by o.book_id) as n from cover o) y on y.n = x.n where y.k1 = cover.book_id)), book_number = coalesce((select p.number from book p where p.id = cover.book_id), (select x.number from (select p.number, row_number() over (order by p.edition, p.number) as n from book p) x join (select o.book_id as k1, row_number() over (order by o.book_id) as n from cover o) y on y.n = x.n where y.k1 = cover.book_id))
    WHERE cover.book_edition IS NOT NULL AND cover.book_number IS NOT NULL;

-- accrete:step 8 autocommit cover.book_edition: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS cover_book_edition_values AS
    SELECT book_id AS key_1, coalesce((select p.edition from book p where p.id = cover.book_id), case when row_number() over (order by book_id) <= (select count(*) from book p) then (select array_agg(p.edition order by p.edition, p.number) from book p)[row_number() over (order by book_id)] end) AS found
    FROM cover
    WHERE book_edition IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS cover_book_edition_place ON cover_book_edition_values (key_1);
UPDATE cover SET book_edition = (SELECT v.found FROM cover_book_edition_values v WHERE v.key_1 = cover.book_id) WHERE book_edition IS NULL;
DROP TABLE IF EXISTS cover_book_edition_values;
ALTER TABLE cover ALTER COLUMN book_edition SET NOT NULL;

-- accrete:step 9 autocommit cover.book_id: accept rows without a value
ALTER TABLE cover ALTER COLUMN book_id DROP NOT NULL;

-- accrete:step 10 autocommit book: add primary key
ALTER TABLE book ADD CONSTRAINT book_pkey PRIMARY KEY (edition, number);

-- accrete:step 11 autocommit cover: add primary key
ALTER TABLE cover ADD CONSTRAINT cover_pkey PRIMARY KEY (book_edition, book_number);

-- accrete:step 12 autocommit cover: add foreign key cover_book_fkey
ALTER TABLE cover ADD CONSTRAINT cover_book_fkey FOREIGN KEY (book_edition, book_number) REFERENCES book (edition, number);

-- accrete:step 13 autocommit book.id: drop column
ALTER TABLE book DROP COLUMN IF EXISTS id;
