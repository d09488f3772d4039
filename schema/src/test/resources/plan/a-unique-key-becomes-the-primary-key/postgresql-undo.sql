-- accrete:undo V0002 case postgresql
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
--   book    ACCESS EXCLUSIVE, instant
--   book    SHARE UPDATE EXCLUSIVE, scan
--   shelf   ACCESS EXCLUSIVE, instant
--   shelf   SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 transaction locks=shelf shelf: drop primary key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf DROP CONSTRAINT shelf_pkey;
COMMIT;

-- accrete:step 2 autocommit index=book_isbn_key book: build index book_isbn_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY book_isbn_key ON book (isbn);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=book book: add unique key book_isbn_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book ADD CONSTRAINT book_isbn_key UNIQUE USING INDEX book_isbn_key;
COMMIT;

-- accrete:step 4 autocommit index=book_id_new_idx book: build index book_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY book_id_new_idx ON book (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=book book: change primary key book_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE book DROP CONSTRAINT book_pkey,
    ADD CONSTRAINT book_pkey PRIMARY KEY USING INDEX book_id_new_idx;
COMMIT;

-- accrete:step 6 autocommit index=shelf_nr_key shelf: build index shelf_nr_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY shelf_nr_key ON shelf (nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 7 transaction locks=shelf shelf: add unique key shelf_nr_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ADD CONSTRAINT shelf_nr_key UNIQUE USING INDEX shelf_nr_key;
COMMIT;

-- accrete:step 8 transaction locks=book book: drop unique key book_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book DROP CONSTRAINT book_id_key;
COMMIT;
