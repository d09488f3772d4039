-- accrete:migration V0002 case h2
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
--   book                 EXCLUSIVE, rewrite
--   cover                EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] book.id: inserts of the running version leave the new column out and fail
--   [ACC-H203] cover.book_id: writes of the running version that leave the column empty fail
--   [ACC-H202] book.edition: the running version of the application still reads and writes the column
--   [ACC-H301] book.edition: its data is gone for good
--   [ACC-H202] book.number: the running version of the application still reads and writes the column
--   [ACC-H301] book.number: its data is gone for good
--   [ACC-H202] cover.book_number: the running version of the application still reads and writes the column
--   [ACC-H301] cover.book_number: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit cover: drop foreign key cover_book_fkey
ALTER TABLE cover DROP CONSTRAINT IF EXISTS cover_book_fkey;

-- accrete:step 2 autocommit book: drop primary key book_pkey
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_pkey;

-- accrete:step 3 autocommit cover: drop primary key cover_pkey
ALTER TABLE cover DROP CONSTRAINT IF EXISTS cover_pkey;

-- accrete:step 4 autocommit book.id: add column
ALTER TABLE book ADD COLUMN id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS book_id_values AS
    SELECT edition AS key_1, number AS key_2, row_number() over (order by edition, number) AS found
    FROM book;

CREATE UNIQUE INDEX IF NOT EXISTS book_id_place ON book_id_values (key_1, key_2);
UPDATE book SET id = (SELECT v.found FROM book_id_values v WHERE v.key_1 = book.edition AND v.key_2 = book.number) WHERE id IS NULL;
DROP TABLE IF EXISTS book_id_values;
ALTER TABLE book ALTER COLUMN id SET NOT NULL;

-- accrete:step 5 autocommit cover.book_edition: accept rows without a value
ALTER TABLE cover ALTER COLUMN book_edition DROP NOT NULL;

-- accrete:step 6 autocommit cover.book_id: convert values
CREATE DOMAIN IF NOT EXISTS cover_book_id_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'COVER' AND column_name = 'BOOK_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'COVER_BOOK_ID_TYPE')
    THEN 'ALTER TABLE cover ALTER COLUMN book_id SET DATA TYPE numeric(19) USING (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS cover_book_id_type;

-- accrete:step 7 autocommit cover.book_id: alter column
ALTER TABLE cover ALTER COLUMN book_id SET DATA TYPE bigint;
UPDATE cover SET book_id = (select p.id from book p where p.edition = cover.book_edition and p.number = cover.book_number) WHERE book_id IS NULL;
ALTER TABLE cover ALTER COLUMN book_id SET NOT NULL;

-- accrete:step 8 autocommit book: add primary key
ALTER TABLE book ADD CONSTRAINT book_pkey PRIMARY KEY (id);

-- accrete:step 9 autocommit cover: add primary key
ALTER TABLE cover ADD CONSTRAINT cover_pkey PRIMARY KEY (book_id);

-- accrete:step 10 autocommit cover: add foreign key cover_book_id_fkey
ALTER TABLE cover ADD CONSTRAINT cover_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id);

-- accrete:step 11 autocommit book.edition: drop column
ALTER TABLE book DROP COLUMN IF EXISTS edition;

-- accrete:step 12 autocommit book.number: drop column
ALTER TABLE book DROP COLUMN IF EXISTS number;

-- accrete:step 13 autocommit cover.book_number: drop column
ALTER TABLE cover DROP COLUMN IF EXISTS book_number;
