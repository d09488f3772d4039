-- accrete:undo V0002 case h2
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
--   book        EXCLUSIVE, rewrite
--   shelf       EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] book.code: inserts of the running version leave the new column out and fail
--   [ACC-H204] book.id: the running version of the application may write values that no longer fit
--   [ACC-H205] book: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] shelf: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   shelf: add empty rows to book that shelf_book_id_fkey misses
--   book.id: what the conversion of its values left out
--   book.code: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit book.code: add column
ALTER TABLE book ADD COLUMN code numeric(21,0);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS book_code_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM book;

CREATE UNIQUE INDEX IF NOT EXISTS book_code_place ON book_code_values (key_1);
UPDATE book SET code = (SELECT v.found FROM book_code_values v WHERE v.key_1 = book.id) WHERE code IS NULL;
DROP TABLE IF EXISTS book_code_values;
ALTER TABLE book ALTER COLUMN code SET NOT NULL;

-- accrete:step 2 autocommit book.id: change type to varchar(20)
ALTER TABLE book ALTER COLUMN id SET DATA TYPE varchar(20);

-- accrete:step 3 autocommit book: add unique key book_code_key
ALTER TABLE book ADD CONSTRAINT book_code_key UNIQUE (code);

-- accrete:step 4 autocommit shelf: mend references to book
INSERT INTO book (id, code)
    SELECT id, row_number() over (order by id) + (select coalesce(max(o.code), 0) from book o) FROM (SELECT DISTINCT shelf.book_id AS id FROM shelf
    WHERE shelf.book_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM book r WHERE r.id = shelf.book_id)) k;

-- accrete:step 5 autocommit shelf: add foreign key shelf_book_id_fkey
ALTER TABLE shelf ADD CONSTRAINT shelf_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id);
