-- accrete:migration V0002 case h2
-- accrete:model 1:a22fdd39946764f84ccd51238c6c9337
-- accrete:verdict breaking
--
-- Changes
--   book              drop foreign key book_author_id_fkey (author_id) to author                                            Book
--   prize             drop foreign key prize_winner_id_fkey (winner_id) to author                                           Prize
--   author            drop unique constraint author_nr_key (nr)                                                             Author
--   author            drop primary key author_pkey (id)                                                                     Author
--   prize.winner_id   keep unmapped column                                                                                  Prize
--   prize.winner_id   drop not null of unmapped column                                                                      Prize
--   prize.winner_nr   add column bigint not null, existing rows: (select p.nr from author p where p.id = prize.winner_id)   Prize.winnerNr
--   book.author_id    change type from uuid to bigint, using (select p.nr from author p where p.id = book.author_id)        Book.authorId
--   author            add primary key author_pkey (nr)                                                                      Author
--   book              add foreign key book_author_id_fkey (author_id) to author                                             Book
--   prize             add foreign key prize_winner_nr_fkey (winner_nr) to author                                            Prize
--   author.id         drop column                                                                                           Author
-- Locks
--   author            EXCLUSIVE, rewrite
--   book              EXCLUSIVE, rewrite
--   prize             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] prize.winner_nr: inserts of the running version leave the new column out and fail
--   [ACC-H204] book.author_id: the running version of the application may write values that no longer fit
--   [ACC-H205] book: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H202] author.id: the running version of the application still reads and writes the column
--   [ACC-H301] author.id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit book: drop foreign key book_author_id_fkey
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_author_id_fkey;

-- accrete:step 2 autocommit prize: drop foreign key prize_winner_id_fkey
ALTER TABLE prize DROP CONSTRAINT IF EXISTS prize_winner_id_fkey;

-- accrete:step 3 autocommit author: drop primary key author_pkey
ALTER TABLE author DROP CONSTRAINT IF EXISTS author_pkey;

-- accrete:step 4 autocommit book.author_id: change type to bigint
CREATE DOMAIN IF NOT EXISTS book_author_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOOK' AND column_name = 'AUTHOR_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOOK_AUTHOR_ID_TYPE')
    THEN 'ALTER TABLE book ALTER COLUMN author_id SET DATA TYPE bigint USING (select p.nr from author p where p.id = book.author_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS book_author_id_type;

-- accrete:step 5 autocommit prize.winner_id: accept rows without a value
ALTER TABLE prize ALTER COLUMN winner_id DROP NOT NULL;

-- accrete:step 6 autocommit prize.winner_nr: add column
ALTER TABLE prize ADD COLUMN winner_nr bigint;
UPDATE prize SET winner_nr = (select p.nr from author p where p.id = prize.winner_id) WHERE winner_nr IS NULL;
ALTER TABLE prize ALTER COLUMN winner_nr SET NOT NULL;

-- accrete:step 7 autocommit author: add primary key
ALTER TABLE author ADD CONSTRAINT author_pkey PRIMARY KEY (nr);

-- accrete:step 8 autocommit author: drop unique key author_nr_key
ALTER TABLE author DROP CONSTRAINT IF EXISTS author_nr_key;

-- accrete:step 9 autocommit book: add foreign key book_author_id_fkey
ALTER TABLE book ADD CONSTRAINT book_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (nr);

-- accrete:step 10 autocommit prize: add foreign key prize_winner_nr_fkey
ALTER TABLE prize ADD CONSTRAINT prize_winner_nr_fkey FOREIGN KEY (winner_nr) REFERENCES author (nr);

-- accrete:step 11 autocommit author.id: drop column
ALTER TABLE author DROP COLUMN IF EXISTS id;
