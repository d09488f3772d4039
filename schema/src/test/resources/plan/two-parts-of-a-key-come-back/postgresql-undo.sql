-- accrete:undo V0002 case postgresql
-- accrete:model 1:46cbd63924ccb2d972a222ba5b763158
-- accrete:verdict breaking
--
-- Changes
--   book_words.language    add column varchar(2) not null, existing rows: 'de'         Book.words
--   book_words.book_id     add column bigint not null, existing rows: case when row_number() over () <= (select count(*) from book p) then (select array_agg(p.id order by p.id) from book p)[row_number() over ()] end   Book.words
--   book_prices.currency   add column varchar(3) not null, existing rows: case row_number() over (partition by book_id order by book_id, price) when 1 then 'EUR' when 2 then 'USD' when 3 then 'GBP' end   Book.prices
--   book_words             add primary key book_words_pkey (book_id, language)         Book.words
--   book_prices            add primary key book_prices_pkey (book_id, currency)        Book.prices
--   book_words             add foreign key book_words_book_id_fkey (book_id) to book   Book.words
-- Locks
--   book                   SHARE ROW EXCLUSIVE, instant
--   book_prices            ACCESS EXCLUSIVE, instant
--   book_prices            SHARE UPDATE EXCLUSIVE, scan
--   book_words             ACCESS EXCLUSIVE, instant
--   book_words             SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] book_words.language: inserts of the running version leave the new column out and fail
--   [ACC-H501] book_words.language: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H203] book_words.book_id: inserts of the running version leave the new column out and fail
--   [ACC-H501] book_words.book_id: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H203] book_prices.currency: inserts of the running version leave the new column out and fail
--   [ACC-H501] book_prices.currency: the table has no primary key to go along, so one statement fills in all rows
-- Data that does not come back
--   book_prices.currency: the values that were dropped
--   book_words.book_id: the values that were dropped
--   book_words.language: the values that were dropped
-- Rows that stop this
--   book_words.book_id: no value, where none is found for them
--     SELECT * FROM (SELECT book_words.*, case when row_number() over () <= (select count(*) from book p) then (select array_agg(p.id order by p.id) from book p)[row_number() over ()] end AS found FROM book_words) r WHERE found IS NULL;
--   book_prices.currency: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=book_prices book_prices.currency: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_prices IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE book_prices ADD COLUMN currency varchar(3),
    ADD CONSTRAINT book_prices_currency_check CHECK (currency in ('EUR','USD','GBP')) NOT VALID;
COMMIT;

-- accrete:step 2 autocommit book_prices.currency: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_prices_currency_values;

CREATE TEMPORARY TABLE book_prices_currency_values AS
    SELECT ctid AS key_1, case row_number() over (partition by book_id order by book_id, price) when 1 then 'EUR' when 2 then 'USD' when 3 then 'GBP' end AS found
    FROM book_prices;

CREATE UNIQUE INDEX IF NOT EXISTS book_prices_currency_place ON pg_temp.book_prices_currency_values (key_1);
UPDATE book_prices SET currency = (SELECT v.found FROM pg_temp.book_prices_currency_values v WHERE v.key_1 = book_prices.ctid) WHERE currency IS NULL;
DROP TABLE IF EXISTS pg_temp.book_prices_currency_values;
RESET statement_timeout;

-- accrete:step 3 transaction locks=book_prices book_prices.currency: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_prices IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_prices ADD CONSTRAINT book_prices_currency_present CHECK (currency IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit book_prices.currency: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_prices_currency_values;

CREATE TEMPORARY TABLE book_prices_currency_values AS
    SELECT ctid AS key_1, case row_number() over (partition by book_id order by book_id, price) when 1 then 'EUR' when 2 then 'USD' when 3 then 'GBP' end AS found
    FROM book_prices;

CREATE UNIQUE INDEX IF NOT EXISTS book_prices_currency_place ON pg_temp.book_prices_currency_values (key_1);
UPDATE book_prices SET currency = (SELECT v.found FROM pg_temp.book_prices_currency_values v WHERE v.key_1 = book_prices.ctid) WHERE currency IS NULL;
DROP TABLE IF EXISTS pg_temp.book_prices_currency_values;
RESET statement_timeout;

-- accrete:step 5 transaction book_prices: validate book_prices_currency_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book_prices VALIDATE CONSTRAINT book_prices_currency_present;
COMMIT;

-- accrete:step 6 transaction locks=book_prices book_prices.currency: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_prices IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_prices ALTER COLUMN currency SET NOT NULL;
ALTER TABLE book_prices DROP CONSTRAINT book_prices_currency_present;
COMMIT;

-- accrete:step 7 transaction book_prices: validate book_prices_currency_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book_prices VALIDATE CONSTRAINT book_prices_currency_check;
COMMIT;

-- accrete:step 8 transaction locks=book_words book_words.book_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_words IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_words ADD COLUMN book_id bigint;
COMMIT;

-- accrete:step 9 autocommit book_words.book_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_words_book_id_values;

CREATE TEMPORARY TABLE book_words_book_id_values AS
    SELECT ctid AS key_1, case when row_number() over () <= (select count(*) from book p) then (select array_agg(p.id order by p.id) from book p)[row_number() over ()] end AS found
    FROM book_words;

CREATE UNIQUE INDEX IF NOT EXISTS book_words_book_id_place ON pg_temp.book_words_book_id_values (key_1);
UPDATE book_words SET book_id = (SELECT v.found FROM pg_temp.book_words_book_id_values v WHERE v.key_1 = book_words.ctid) WHERE book_id IS NULL;
DROP TABLE IF EXISTS pg_temp.book_words_book_id_values;
RESET statement_timeout;

-- accrete:step 10 transaction locks=book_words book_words.book_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_words IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_words ADD CONSTRAINT book_words_book_id_present CHECK (book_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 11 autocommit book_words.book_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.book_words_book_id_values;

CREATE TEMPORARY TABLE book_words_book_id_values AS
    SELECT ctid AS key_1, case when row_number() over () <= (select count(*) from book p) then (select array_agg(p.id order by p.id) from book p)[row_number() over ()] end AS found
    FROM book_words;

CREATE UNIQUE INDEX IF NOT EXISTS book_words_book_id_place ON pg_temp.book_words_book_id_values (key_1);
UPDATE book_words SET book_id = (SELECT v.found FROM pg_temp.book_words_book_id_values v WHERE v.key_1 = book_words.ctid) WHERE book_id IS NULL;
DROP TABLE IF EXISTS pg_temp.book_words_book_id_values;
RESET statement_timeout;

-- accrete:step 12 transaction book_words: validate book_words_book_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book_words VALIDATE CONSTRAINT book_words_book_id_present;
COMMIT;

-- accrete:step 13 transaction locks=book_words book_words.book_id: set not null; book_words.language: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_words IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_words ALTER COLUMN book_id SET NOT NULL;
ALTER TABLE book_words DROP CONSTRAINT book_words_book_id_present;

ALTER TABLE book_words ADD COLUMN language varchar(2) DEFAULT 'de' NOT NULL,
    ADD CONSTRAINT book_words_language_check CHECK (language in ('de','en','fr')) NOT VALID;

ALTER TABLE book_words ALTER COLUMN language DROP DEFAULT;
COMMIT;

-- accrete:step 14 transaction book_words: validate book_words_language_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book_words VALIDATE CONSTRAINT book_words_language_check;
COMMIT;

-- accrete:step 15 autocommit index=book_prices_pkey book_prices: build index book_prices_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY book_prices_pkey ON book_prices (book_id, currency);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 16 transaction locks=book_prices book_prices: add primary key book_prices_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_prices IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_prices ADD CONSTRAINT book_prices_pkey PRIMARY KEY USING INDEX book_prices_pkey;
COMMIT;

-- accrete:step 17 autocommit index=book_words_pkey book_words: build index book_words_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY book_words_pkey ON book_words (book_id, language);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 18 transaction locks=book_words book_words: add primary key book_words_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book_words IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_words ADD CONSTRAINT book_words_pkey PRIMARY KEY USING INDEX book_words_pkey;
COMMIT;

-- accrete:step 19 transaction locks=book,book_words book_words: add foreign key book_words_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE book, book_words IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE book_words ADD CONSTRAINT book_words_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id) NOT VALID;
COMMIT;

-- accrete:step 20 transaction book_words: validate book_words_book_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE book_words VALIDATE CONSTRAINT book_words_book_id_fkey;
COMMIT;
