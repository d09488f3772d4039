-- accrete:migration V0002 case postgresql
-- accrete:model 1:15585641661d6739ef8d74613fa7ffc0
-- accrete:verdict breaking
--
-- Changes
--   copy    drop foreign key copy_isbn_fkey (isbn) to book   Copy
--   title   create table                                     Title
--   title   fill with (isbn) select ''                       Title
--   copy    add foreign key copy_isbn_fkey (isbn) to title   Copy
--   book    keep unmapped table
-- Locks
--   book    ACCESS EXCLUSIVE, instant
--   copy    ACCESS EXCLUSIVE, instant
--   copy    SHARE UPDATE EXCLUSIVE, scan
--   title   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] title: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] copy: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] copy: the running version fails when it writes references to rows of title, which it does not know
--   [ACC-H401] copy: no index starts with [isbn], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   copy: references to rows of title that are not there
--     SELECT * FROM copy c WHERE c.isbn IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT '') p (isbn) WHERE p.isbn = c.isbn);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create title, which nobody uses yet
BEGIN;
CREATE TABLE title (
    isbn varchar(13) NOT NULL,
    CONSTRAINT title_pkey PRIMARY KEY (isbn)
);
COMMIT;

-- accrete:step 2 transaction title: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO title (isbn) select '';
COMMIT;

-- accrete:step 3 transaction locks=book,copy,title copy: change foreign key copy_isbn_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, copy, title IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE copy DROP CONSTRAINT copy_isbn_fkey,
    ADD CONSTRAINT copy_isbn_fkey FOREIGN KEY (isbn) REFERENCES title (isbn) NOT VALID;
COMMIT;

-- accrete:step 4 transaction copy: validate copy_isbn_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE copy VALIDATE CONSTRAINT copy_isbn_fkey;
COMMIT;
