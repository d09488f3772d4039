-- accrete:undo V0002 case h2
-- accrete:model 1:fd93e4ec0ad786190c72d8bfde9a46fa
-- accrete:verdict breaking
--
-- Changes
--   copy    drop foreign key copy_isbn_fkey (isbn) to title   Copy
--   title   drop table                                        Title
--   copy    add foreign key copy_isbn_fkey (isbn) to book     Copy
-- Locks
--   copy    EXCLUSIVE, scan
-- Hazards
--   [ACC-H202] title: the running version of the application still uses the table
--   [ACC-H301] title: its data is gone for good
--   [ACC-H205] copy: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] copy: the running version fails when it writes references to rows of book, which it does not know
-- Data that does not come back
--   title: all rows
-- Rows that stop this
--   copy: references to rows of book that are not there
--     SELECT * FROM copy c WHERE c.isbn IS NOT NULL AND NOT EXISTS (SELECT 1 FROM book p WHERE p.isbn = c.isbn);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit copy: drop foreign key copy_isbn_fkey
ALTER TABLE copy DROP CONSTRAINT IF EXISTS copy_isbn_fkey;

-- accrete:step 2 autocommit copy: add foreign key copy_isbn_fkey
ALTER TABLE copy ADD CONSTRAINT copy_isbn_fkey FOREIGN KEY (isbn) REFERENCES book (isbn);

-- accrete:step 3 autocommit drop title
DROP TABLE IF EXISTS title;
