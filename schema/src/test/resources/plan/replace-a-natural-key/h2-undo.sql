-- accrete:undo V0002 case h2
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
--   book      EXCLUSIVE, rewrite
--   loan      EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] book.id: the running version of the application still reads and writes the column
--   [ACC-H301] book.id: its data is gone for good
--   [ACC-H202] loan: the running version of the application still uses the table
--   [ACC-H301] loan: its data is gone for good
-- Data that does not come back
--   loan: all rows
--   book.id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit loan: drop foreign key loan_isbn_fkey
ALTER TABLE loan DROP CONSTRAINT IF EXISTS loan_isbn_fkey;

-- accrete:step 2 autocommit book: drop primary key book_pkey
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_pkey;

-- accrete:step 3 autocommit book: add primary key
ALTER TABLE book ADD CONSTRAINT book_pkey PRIMARY KEY (isbn);

-- accrete:step 4 autocommit book: drop unique key book_isbn_key
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_isbn_key;

-- accrete:step 5 autocommit book.id: drop column
ALTER TABLE book DROP COLUMN IF EXISTS id;

-- accrete:step 6 autocommit drop loan
DROP TABLE IF EXISTS loan;
