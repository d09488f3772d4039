-- accrete:undo V0002 case postgresql
-- accrete:model 1:fd93e4ec0ad786190c72d8bfde9a46fa
-- accrete:verdict breaking
--
-- Changes
--   copy    drop foreign key copy_isbn_fkey (isbn) to title   Copy
--   title   drop table                                        Title
--   copy    add foreign key copy_isbn_fkey (isbn) to book     Copy
-- Locks
--   book    ACCESS EXCLUSIVE, instant
--   copy    ACCESS EXCLUSIVE, instant
--   copy    SHARE UPDATE EXCLUSIVE, scan
--   title   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] title: the running version of the application still uses the table
--   [ACC-H301] title: its data is gone for good
--   [ACC-H205] copy: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] copy: the running version fails when it writes references to rows of book, which it does not know
--   [ACC-H401] copy: no index starts with [isbn], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   title: all rows
-- Rows that stop this
--   copy: references to rows of book that are not there
--     SELECT * FROM copy c WHERE c.isbn IS NOT NULL AND NOT EXISTS (SELECT 1 FROM book p WHERE p.isbn = c.isbn);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=book,copy,title copy: change foreign key copy_isbn_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, copy, title IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE copy DROP CONSTRAINT copy_isbn_fkey,
    ADD CONSTRAINT copy_isbn_fkey FOREIGN KEY (isbn) REFERENCES book (isbn) NOT VALID;
COMMIT;

-- accrete:step 2 transaction copy: validate copy_isbn_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE copy VALIDATE CONSTRAINT copy_isbn_fkey;
COMMIT;

-- accrete:step 3 transaction locks=title drop title
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE title IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE title;
COMMIT;
