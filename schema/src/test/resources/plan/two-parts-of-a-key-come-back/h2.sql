-- accrete:migration V0002 case h2
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
--   book_prices            EXCLUSIVE, rewrite
--   book_words             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] book_prices.currency: the running version of the application still reads and writes the column
--   [ACC-H301] book_prices.currency: its data is gone for good
--   [ACC-H202] book_words.book_id: the running version of the application still reads and writes the column
--   [ACC-H301] book_words.book_id: its data is gone for good
--   [ACC-H202] book_words.language: the running version of the application still reads and writes the column
--   [ACC-H301] book_words.language: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit book_prices: drop foreign key book_prices_book_id_fkey
ALTER TABLE book_prices DROP CONSTRAINT IF EXISTS book_prices_book_id_fkey;

-- accrete:step 2 autocommit book_words: drop foreign key book_words_book_id_fkey
ALTER TABLE book_words DROP CONSTRAINT IF EXISTS book_words_book_id_fkey;

-- accrete:step 3 autocommit book_prices: drop primary key book_prices_pkey
ALTER TABLE book_prices DROP CONSTRAINT IF EXISTS book_prices_pkey;

-- accrete:step 4 autocommit book_words: drop primary key book_words_pkey
ALTER TABLE book_words DROP CONSTRAINT IF EXISTS book_words_pkey;

-- accrete:step 5 autocommit book_prices: add foreign key book_prices_book_id_fkey
ALTER TABLE book_prices ADD CONSTRAINT book_prices_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id);

-- accrete:step 6 autocommit book_prices.currency: drop column
ALTER TABLE book_prices DROP CONSTRAINT IF EXISTS book_prices_currency_check;
ALTER TABLE book_prices DROP COLUMN IF EXISTS currency;

-- accrete:step 7 autocommit book_words.book_id: drop column
ALTER TABLE book_words DROP COLUMN IF EXISTS book_id;

-- accrete:step 8 autocommit book_words.language: drop column
ALTER TABLE book_words DROP CONSTRAINT IF EXISTS book_words_language_check;
ALTER TABLE book_words DROP COLUMN IF EXISTS language;
