-- accrete:undo V0002 case h2
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
--   book_prices            EXCLUSIVE, rewrite
--   book_words             EXCLUSIVE, rewrite
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

-- accrete:step 1 autocommit book_prices.currency: add column
ALTER TABLE book_prices ADD COLUMN currency varchar(3);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS book_prices_currency_values AS
    SELECT _ROWID_ AS key_1, case row_number() over (partition by book_id order by book_id, price) when 1 then 'EUR' when 2 then 'USD' when 3 then 'GBP' end AS found
    FROM book_prices;

CREATE UNIQUE INDEX IF NOT EXISTS book_prices_currency_place ON book_prices_currency_values (key_1);
UPDATE book_prices SET currency = (SELECT v.found FROM book_prices_currency_values v WHERE v.key_1 = book_prices._ROWID_) WHERE currency IS NULL;
DROP TABLE IF EXISTS book_prices_currency_values;
ALTER TABLE book_prices ALTER COLUMN currency SET NOT NULL;
ALTER TABLE book_prices ADD CONSTRAINT book_prices_currency_check CHECK (currency in ('EUR','USD','GBP'));

-- accrete:step 2 autocommit book_words.book_id: add column
ALTER TABLE book_words ADD COLUMN book_id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS book_words_book_id_values AS
    SELECT _ROWID_ AS key_1, case when row_number() over () <= (select count(*) from book p) then (select array_agg(p.id order by p.id) from book p)[row_number() over ()] end AS found
    FROM book_words;

CREATE UNIQUE INDEX IF NOT EXISTS book_words_book_id_place ON book_words_book_id_values (key_1);
UPDATE book_words SET book_id = (SELECT v.found FROM book_words_book_id_values v WHERE v.key_1 = book_words._ROWID_) WHERE book_id IS NULL;
DROP TABLE IF EXISTS book_words_book_id_values;
ALTER TABLE book_words ALTER COLUMN book_id SET NOT NULL;

-- accrete:step 3 autocommit book_words.language: add column
ALTER TABLE book_words ADD COLUMN language varchar(2);
UPDATE book_words SET language = 'de' WHERE language IS NULL;
ALTER TABLE book_words ALTER COLUMN language SET NOT NULL;
ALTER TABLE book_words ADD CONSTRAINT book_words_language_check CHECK (language in ('de','en','fr'));

-- accrete:step 4 autocommit book_prices: add primary key
ALTER TABLE book_prices ADD CONSTRAINT book_prices_pkey PRIMARY KEY (book_id, currency);

-- accrete:step 5 autocommit book_words: add primary key
ALTER TABLE book_words ADD CONSTRAINT book_words_pkey PRIMARY KEY (book_id, language);

-- accrete:step 6 autocommit book_words: add foreign key book_words_book_id_fkey
ALTER TABLE book_words ADD CONSTRAINT book_words_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id);
