-- accrete:migration V0002 case h2
-- accrete:model 1:6af7bca4afd67f56477f9d8ad026e975
-- accrete:verdict breaking
--
-- Changes
--   shelf       drop foreign key shelf_book_id_fkey (book_id) to book   Shelf
--   book        drop unique constraint book_code_key (code)             Book
--   book.id     change type from varchar(20) to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from book o) x where x.k = book.id)   Book.id
--   book.code   drop column                                             Book
-- Locks
--   book        EXCLUSIVE, rewrite
--   shelf       EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] book.id: the running version of the application may write values that no longer fit
--   [ACC-H202] book.code: the running version of the application still reads and writes the column
--   [ACC-H301] book.code: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit shelf: drop foreign key shelf_book_id_fkey
ALTER TABLE shelf DROP CONSTRAINT IF EXISTS shelf_book_id_fkey;

-- accrete:step 2 autocommit book: drop unique key book_code_key
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_code_key;

-- accrete:step 3 autocommit book.id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS book_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from book o;

CREATE INDEX IF NOT EXISTS book_id_list1_n ON book_id_list1 (n);
CREATE INDEX IF NOT EXISTS book_id_list1_k ON book_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS book_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOOK' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOOK_ID_TYPE')
    THEN 'ALTER TABLE book ALTER COLUMN id SET DATA TYPE bigint USING (select x.n from book_id_list1 x where x.k = book.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS book_id_type;
DROP TABLE IF EXISTS book_id_list1;

-- accrete:step 4 autocommit book.code: drop column
ALTER TABLE book DROP COLUMN IF EXISTS code;
