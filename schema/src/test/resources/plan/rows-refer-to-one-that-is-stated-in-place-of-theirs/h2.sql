-- accrete:migration V0002 case h2
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
--   copy    EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] title: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] copy: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] copy: the running version fails when it writes references to rows of title, which it does not know
-- Rows that stop this
--   copy: references to rows of title that are not there
--     SELECT * FROM copy c WHERE c.isbn IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT '') p (isbn) WHERE p.isbn = c.isbn);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit copy: drop foreign key copy_isbn_fkey
ALTER TABLE copy DROP CONSTRAINT IF EXISTS copy_isbn_fkey;

-- accrete:step 2 autocommit create title
CREATE TABLE title (
    isbn varchar(13) NOT NULL,
    CONSTRAINT title_pkey PRIMARY KEY (isbn)
);

-- accrete:step 3 transaction title: take over rows
BEGIN;
INSERT INTO title (isbn) select '';
COMMIT;

-- accrete:step 4 autocommit copy: add foreign key copy_isbn_fkey
ALTER TABLE copy ADD CONSTRAINT copy_isbn_fkey FOREIGN KEY (isbn) REFERENCES title (isbn);
