-- accrete:undo V0002 case postgresql
-- accrete:model 1:78d40bb698120e6331976accc8f69f9c
-- accrete:verdict breaking
--
-- Changes
--   loan      drop foreign key loan_isbn_fkey (isbn) to book   Loan
--   book      drop unique constraint book_isbn_key (isbn)      Book
--   book      drop primary key book_pkey (id)                  Book
--   book.id   drop column                                      Book.id
--   loan      drop table                                       Loan
--   book      add primary key book_pkey (isbn)                 Book
-- Locks
--   book      ACCESS EXCLUSIVE, instant
--   book      SHARE UPDATE EXCLUSIVE, scan
--   loan      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] book.id: the running version of the application still reads and writes the column
--   [ACC-H301] book.id: its data is gone for good
--   [ACC-H202] loan: the running version of the application still uses the table
--   [ACC-H301] loan: its data is gone for good
-- Data that does not come back
--   loan: all rows
--   book.id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=book,loan loan: drop foreign key loan_isbn_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, loan IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE loan DROP CONSTRAINT loan_isbn_fkey;
COMMIT;

-- accrete:step 2 autocommit index=book_isbn_new_idx book: build index book_isbn_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY book_isbn_new_idx ON book (isbn);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=book book: change primary key book_pkey; book: drop unique key book_isbn_key; book.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE book DROP CONSTRAINT book_pkey,
    ADD CONSTRAINT book_pkey PRIMARY KEY USING INDEX book_isbn_new_idx;

ALTER TABLE book DROP CONSTRAINT book_isbn_key;
ALTER TABLE book DROP COLUMN id;
COMMIT;

-- accrete:step 4 transaction locks=loan drop loan
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE loan IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE loan;
COMMIT;
