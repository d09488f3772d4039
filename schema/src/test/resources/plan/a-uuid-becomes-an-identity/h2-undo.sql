-- accrete:undo V0002 case h2
-- accrete:model 1:9e1faccc30c649d61221258166f9b72a
-- accrete:verdict breaking
--
-- Changes
--   author.id           drop identity   Author.id
--   book.author_id      change type from bigint to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = book.author_id) as varchar), 32, '0') as uuid)   Book.authorId
--   author.teacher_id   change type from bigint to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = author.teacher_id) as varchar), 32, '0') as uuid)   Author.teacherId
--   author.id           change type from bigint to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x where x.k = author.id) as varchar), 32, '0') as uuid)   Author.id
-- Locks
--   author              EXCLUSIVE, rewrite
--   book                EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H207] author.id: inserts of the running version leave the column to the database and fail
--   [ACC-H204] book.author_id: the running version of the application may write values that no longer fit
--   [ACC-H204] author.teacher_id: the running version of the application may write values that no longer fit
--   [ACC-H204] author.id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   author.id: what the conversion of its values left out
--   author.teacher_id: what the conversion of its values left out
--   book.author_id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit author: drop foreign key author_teacher_id_fkey
ALTER TABLE author DROP CONSTRAINT IF EXISTS author_teacher_id_fkey;

-- accrete:step 2 autocommit book: drop foreign key book_author_id_fkey
ALTER TABLE book DROP CONSTRAINT IF EXISTS book_author_id_fkey;

-- accrete:step 3 autocommit author.teacher_id: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS author_teacher_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from author o;

CREATE INDEX IF NOT EXISTS author_teacher_id_list1_n ON author_teacher_id_list1 (n);
CREATE INDEX IF NOT EXISTS author_teacher_id_list1_k ON author_teacher_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS author_teacher_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'AUTHOR' AND column_name = 'TEACHER_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'AUTHOR_TEACHER_ID_TYPE')
    THEN 'ALTER TABLE author ALTER COLUMN teacher_id SET DATA TYPE uuid USING cast(lpad(cast((select x.n from author_teacher_id_list1 x where x.k = author.teacher_id) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS author_teacher_id_type;
DROP TABLE IF EXISTS author_teacher_id_list1;

-- accrete:step 4 autocommit book.author_id: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS book_author_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from author o;

CREATE INDEX IF NOT EXISTS book_author_id_list1_n ON book_author_id_list1 (n);
CREATE INDEX IF NOT EXISTS book_author_id_list1_k ON book_author_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS book_author_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOOK' AND column_name = 'AUTHOR_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOOK_AUTHOR_ID_TYPE')
    THEN 'ALTER TABLE book ALTER COLUMN author_id SET DATA TYPE uuid USING cast(lpad(cast((select x.n from book_author_id_list1 x where x.k = book.author_id) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS book_author_id_type;
DROP TABLE IF EXISTS book_author_id_list1;

-- accrete:step 5 autocommit author.id: change type to uuid
ALTER TABLE author ALTER COLUMN id DROP IDENTITY;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS author_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from author o;

CREATE INDEX IF NOT EXISTS author_id_list1_n ON author_id_list1 (n);
CREATE INDEX IF NOT EXISTS author_id_list1_k ON author_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS author_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'AUTHOR' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'AUTHOR_ID_TYPE')
    THEN 'ALTER TABLE author ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast((select x.n from author_id_list1 x where x.k = author.id) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS author_id_type;
DROP TABLE IF EXISTS author_id_list1;

-- accrete:step 6 autocommit author: add foreign key author_teacher_id_fkey
ALTER TABLE author ADD CONSTRAINT author_teacher_id_fkey FOREIGN KEY (teacher_id) REFERENCES author (id);

-- accrete:step 7 autocommit book: add foreign key book_author_id_fkey
ALTER TABLE book ADD CONSTRAINT book_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (id);
