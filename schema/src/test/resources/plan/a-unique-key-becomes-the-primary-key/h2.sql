-- accrete:migration V0002 case h2
-- accrete:model 1:0f9a9ecb1f01505c1ca20f6c6f934c58
-- accrete:verdict compatible
--
-- Changes
--   book    drop unique constraint book_isbn_key (isbn)   Book
--   shelf   drop unique constraint shelf_nr_key (nr)      Shelf
--   book    drop primary key book_pkey (id)               Book
--   book    add primary key book_pkey (isbn)              Book
--   shelf   add primary key shelf_pkey (nr)               Shelf
--   book    add unique constraint book_id_key (id)        Book
-- Locks
--   book    EXCLUSIVE, scan
--   shelf   EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit book: drop primary key book_pkey
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_pkey;

-- accrete:step 2 autocommit book: add primary key
ALTER TABLE book ADD CONSTRAINT book_pkey PRIMARY KEY (isbn);

-- accrete:step 3 autocommit shelf: add primary key
ALTER TABLE shelf ADD CONSTRAINT shelf_pkey PRIMARY KEY (nr);

-- accrete:step 4 autocommit book: add unique key book_id_key
ALTER TABLE book ADD CONSTRAINT book_id_key UNIQUE (id);

-- accrete:step 5 autocommit book: drop unique key book_isbn_key
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_isbn_key;

-- accrete:step 6 autocommit shelf: drop unique key shelf_nr_key
ALTER TABLE shelf DROP CONSTRAINT IF EXISTS shelf_nr_key;
