-- accrete:migration V0002 case postgresql
-- accrete:model 1:f81627b9573986e691ed38d8adb48345
-- accrete:verdict breaking
--
-- Changes
--   book_words             drop foreign key book_words_book_id_fkey (book_id) to book   Book.words
--   book_prices            drop primary key book_prices_pkey (book_id, currency)        Book.prices
--   book_words             drop primary key book_words_pkey (book_id, language)         Book.words
--   book_prices.currency   drop column                                                  Book.prices
--   book_words.book_id     drop column                                                  Book.words
--   book_words.language    drop column                                                  Book.words
-- Locks
--   book                   ACCESS EXCLUSIVE, instant
--   book_prices            ACCESS EXCLUSIVE, instant
--   book_words             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] book_prices.currency: the running version of the application still reads and writes the column
--   [ACC-H301] book_prices.currency: its data is gone for good
--   [ACC-H202] book_words.book_id: the running version of the application still reads and writes the column
--   [ACC-H301] book_words.book_id: its data is gone for good
--   [ACC-H202] book_words.language: the running version of the application still reads and writes the column
--   [ACC-H301] book_words.language: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=book,book_words book_words: drop foreign key book_words_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, book_words IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_words DROP CONSTRAINT book_words_book_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=book_prices book_prices: drop primary key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_prices IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_prices DROP CONSTRAINT book_prices_pkey;
COMMIT;

-- accrete:step 3 transaction locks=book_words book_words: drop primary key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_words IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_words DROP CONSTRAINT book_words_pkey;
COMMIT;

-- accrete:step 4 transaction locks=book_prices book_prices.currency: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_prices IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_prices DROP COLUMN currency;
COMMIT;

-- accrete:step 5 transaction locks=book_words book_words.book_id: drop column; book_words.language: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_words IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_words DROP COLUMN book_id;
ALTER TABLE book_words DROP COLUMN language;
COMMIT;
