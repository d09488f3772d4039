-- accrete:undo V0002 case h2
-- accrete:model 1:9be7c469d8675fe393290418b959cb28
-- accrete:verdict breaking
--
-- Changes
--   author.nr           add column bigint not null, existing rows: row_number() over (order by id)                     Author
--   author              drop foreign key author_teacher_id_fkey (teacher_id) to author                                 Author
--   author              drop primary key author_pkey (id)                                                              Author
--   author.id           change type from uuid to bigint, using CAST(replace(CAST(id AS varchar), '-', '') AS bigint)   Author.id
--   author.teacher_id   drop column                                                                                    Author.teacherId
--   author              add primary key author_pkey (nr)                                                               Author
--   author              look up what the references of author_teacher_nr_fkey mean, whose keys are others              Author
--   author              add foreign key author_teacher_nr_fkey (teacher_nr) to author                                  Author
-- Locks
--   author              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] author.nr: inserts of the running version leave the new column out and fail
--   [ACC-H204] author.id: the running version of the application may write values that no longer fit
--   [ACC-H202] author.teacher_id: the running version of the application still reads and writes the column
--   [ACC-H301] author.teacher_id: its data is gone for good
-- Data that does not come back
--   author: look up what the references of author_teacher_nr_fkey mean, whose keys are others
--   author.teacher_id: all values
--   author.id: what the conversion of its values left out
--   author.nr: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit author: drop foreign key author_teacher_id_fkey
ALTER TABLE author DROP CONSTRAINT IF EXISTS author_teacher_id_fkey;

-- accrete:step 2 autocommit author: drop primary key author_pkey
ALTER TABLE author DROP CONSTRAINT IF EXISTS author_pkey;

-- accrete:step 3 autocommit author.nr: add column
ALTER TABLE author ADD COLUMN nr bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS author_nr_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM author;

CREATE UNIQUE INDEX IF NOT EXISTS author_nr_place ON author_nr_values (key_1);
UPDATE author SET nr = (SELECT v.found FROM author_nr_values v WHERE v.key_1 = author.id) WHERE nr IS NULL;
DROP TABLE IF EXISTS author_nr_values;
ALTER TABLE author ALTER COLUMN nr SET NOT NULL;

-- accrete:step 4 autocommit author: mend references to author
UPDATE author SET teacher_nr = (select p.nr from author p where p.id = author.teacher_id)
    WHERE author.teacher_nr IS NOT NULL;

-- accrete:step 5 autocommit author.id: change type to bigint
CREATE DOMAIN IF NOT EXISTS author_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'AUTHOR' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'AUTHOR_ID_TYPE')
    THEN 'ALTER TABLE author ALTER COLUMN id SET DATA TYPE bigint USING CAST(replace(CAST(id AS varchar), ''-'', '''') AS bigint)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS author_id_type;

-- accrete:step 6 autocommit author: add primary key
ALTER TABLE author ADD CONSTRAINT author_pkey PRIMARY KEY (nr);

-- accrete:step 7 autocommit author: add foreign key author_teacher_nr_fkey
ALTER TABLE author ADD CONSTRAINT author_teacher_nr_fkey FOREIGN KEY (teacher_nr) REFERENCES author (nr);

-- accrete:step 8 autocommit author.teacher_id: drop column
ALTER TABLE author DROP COLUMN IF EXISTS teacher_id;
