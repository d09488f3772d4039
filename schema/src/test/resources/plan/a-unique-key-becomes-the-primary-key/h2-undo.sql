-- accrete:undo V0002 case h2
-- accrete:model 1:d697b2fa9755106743c1413386600a41
-- accrete:verdict compatible
--
-- Changes
--   book    drop unique constraint book_id_key (id)      Book
--   shelf   drop primary key shelf_pkey (nr)             Shelf
--   book    drop primary key book_pkey (isbn)            Book
--   book    add primary key book_pkey (id)               Book
--   shelf   add unique constraint shelf_nr_key (nr)      Shelf
--   book    add unique constraint book_isbn_key (isbn)   Book
-- Locks
--   book    EXCLUSIVE, scan
--   shelf   EXCLUSIVE, scan
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit book: drop primary key book_pkey
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_pkey;

-- accrete:step 2 autocommit shelf: drop primary key shelf_pkey
ALTER TABLE shelf DROP CONSTRAINT IF EXISTS shelf_pkey;

-- accrete:step 3 autocommit book: add primary key
ALTER TABLE book ADD CONSTRAINT book_pkey PRIMARY KEY (id);

-- accrete:step 4 autocommit book: add unique key book_isbn_key
ALTER TABLE book ADD CONSTRAINT book_isbn_key UNIQUE (isbn);

-- accrete:step 5 autocommit shelf: add unique key shelf_nr_key
ALTER TABLE shelf ADD CONSTRAINT shelf_nr_key UNIQUE (nr);

-- accrete:step 6 autocommit book: drop unique key book_id_key
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_id_key;
