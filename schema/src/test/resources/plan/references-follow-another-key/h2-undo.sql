-- accrete:undo V0002 case h2
-- accrete:model 1:23e720f1e2135988a7563d1981e3c123
-- accrete:verdict breaking
--
-- Changes
--   author.id         add column uuid not null, existing rows: cast(lpad(cast(row_number() over (order by nr) as varchar), 32, '0') as uuid)   Author
--   prize             drop foreign key prize_winner_nr_fkey (winner_nr) to author                       Prize
--   book              drop foreign key book_author_id_fkey (author_id) to author                        Book
--   author            drop primary key author_pkey (nr)                                                 Author
--   book.author_id    change type from bigint to uuid, using coalesce((select p.id from author p where p.nr = book.author_id), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY))   Book.authorId
--   prize.winner_nr   drop column                                                                       Prize.winnerNr
--   prize.winner_id   set not null, existing rows: coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY))   Prize
--   author            add primary key author_pkey (id)                                                  Author
--   author            add unique constraint author_nr_key (nr)                                          Author
--   prize             look up what the references of prize_winner_id_fkey mean, whose keys are others   Prize
--   prize             add foreign key prize_winner_id_fkey (winner_id) to author                        Prize
--   book              add foreign key book_author_id_fkey (author_id) to author                         Book
-- Locks
--   author            EXCLUSIVE, rewrite
--   book              EXCLUSIVE, rewrite
--   prize             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] author.id: inserts of the running version leave the new column out and fail
--   [ACC-H204] book.author_id: the running version of the application may write values that no longer fit
--   [ACC-H202] prize.winner_nr: the running version of the application still reads and writes the column
--   [ACC-H301] prize.winner_nr: its data is gone for good
--   [ACC-H203] prize.winner_id: writes of the running version that leave the column empty fail
--   [ACC-H205] book: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   prize: look up what the references of prize_winner_id_fkey mean, whose keys are others
--   prize.winner_id: rows without a value get coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY))
--   prize.winner_nr: all values
--   book.author_id: what the conversion of its values left out
--   author.id: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit book: drop foreign key book_author_id_fkey
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_author_id_fkey;

-- accrete:step 2 autocommit prize: drop foreign key prize_winner_nr_fkey
ALTER TABLE prize DROP CONSTRAINT IF EXISTS prize_winner_nr_fkey;

-- accrete:step 3 autocommit author: drop primary key author_pkey
ALTER TABLE author DROP CONSTRAINT IF EXISTS author_pkey;

-- accrete:step 4 autocommit author.id: add column
ALTER TABLE author ADD COLUMN id uuid;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS author_id_values AS
    SELECT nr AS key_1, cast(lpad(cast(row_number() over (order by nr) as varchar), 32, '0') as uuid) AS found
    FROM author;

CREATE UNIQUE INDEX IF NOT EXISTS author_id_place ON author_id_values (key_1);
UPDATE author SET id = (SELECT v.found FROM author_id_values v WHERE v.key_1 = author.nr) WHERE id IS NULL;
DROP TABLE IF EXISTS author_id_values;
ALTER TABLE author ALTER COLUMN id SET NOT NULL;

-- accrete:step 5 autocommit book.author_id: change type to uuid
CREATE DOMAIN IF NOT EXISTS book_author_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOOK' AND column_name = 'AUTHOR_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOOK_AUTHOR_ID_TYPE')
    THEN 'ALTER TABLE book ALTER COLUMN author_id SET DATA TYPE uuid USING coalesce((select p.id from author p where p.nr = book.author_id), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS book_author_id_type;

-- accrete:step 6 autocommit prize.winner_id: alter column
UPDATE prize SET winner_id = coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY)) WHERE winner_id IS NULL;
ALTER TABLE prize ALTER COLUMN winner_id SET NOT NULL;

-- accrete:step 7 autocommit author: add primary key
ALTER TABLE author ADD CONSTRAINT author_pkey PRIMARY KEY (id);

-- accrete:step 8 autocommit author: add unique key author_nr_key
ALTER TABLE author ADD CONSTRAINT author_nr_key UNIQUE (nr);

-- accrete:step 9 autocommit prize: mend references to author
UPDATE prize SET winner_id = coalesce((select p.id from author p where p.nr = prize.winner_nr), (SELECT id FROM author ORDER BY id FETCH FIRST ROW ONLY))
    WHERE prize.winner_id IS NOT NULL;

-- accrete:step 10 autocommit book: add foreign key book_author_id_fkey
ALTER TABLE book ADD CONSTRAINT book_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (id);

-- accrete:step 11 autocommit prize: add foreign key prize_winner_id_fkey
ALTER TABLE prize ADD CONSTRAINT prize_winner_id_fkey FOREIGN KEY (winner_id) REFERENCES author (id);

-- accrete:step 12 autocommit prize.winner_nr: drop column
ALTER TABLE prize DROP COLUMN IF EXISTS winner_nr;
