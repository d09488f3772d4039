-- accrete:migration V0002 case h2
-- accrete:model 1:c9c343b9618d5c41836dfe5d9ce093f3
-- accrete:verdict breaking
--
-- Changes
--   author              drop foreign key author_teacher_nr_fkey (teacher_nr) to author                               Author
--   author              drop primary key author_pkey (nr)                                                            Author
--   author.teacher_nr   keep unmapped column                                                                         Author
--   author.teacher_id   add column uuid, existing rows: (select p.id from author p where p.nr = author.teacher_nr)   Author.teacherId
--   author.id           change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)      Author.id
--   author              add primary key author_pkey (id)                                                             Author
--   author              add foreign key author_teacher_id_fkey (teacher_id) to author                                Author
--   author.nr           drop column                                                                                  Author
-- Locks
--   author              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] author.id: the running version of the application may write values that no longer fit
--   [ACC-H202] author.nr: the running version of the application still reads and writes the column
--   [ACC-H301] author.nr: its data is gone for good
-- Rows that stop this
--   author: the same values in id
--     SELECT id, count(*) FROM author GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit author: drop foreign key author_teacher_nr_fkey
ALTER TABLE author DROP CONSTRAINT IF EXISTS author_teacher_nr_fkey;

-- accrete:step 2 autocommit author: drop primary key author_pkey
ALTER TABLE author DROP CONSTRAINT IF EXISTS author_pkey;

-- accrete:step 3 autocommit author.id: change type to uuid
CREATE DOMAIN IF NOT EXISTS author_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'AUTHOR' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'AUTHOR_ID_TYPE')
    THEN 'ALTER TABLE author ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast(id as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS author_id_type;

-- accrete:step 4 autocommit author.teacher_id: add column
ALTER TABLE author ADD COLUMN teacher_id uuid;
UPDATE author SET teacher_id = (select p.id from author p where p.nr = author.teacher_nr) WHERE teacher_id IS NULL;

-- accrete:step 5 autocommit author: add primary key
ALTER TABLE author ADD CONSTRAINT author_pkey PRIMARY KEY (id);

-- accrete:step 6 autocommit author: add foreign key author_teacher_id_fkey
ALTER TABLE author ADD CONSTRAINT author_teacher_id_fkey FOREIGN KEY (teacher_id) REFERENCES author (id);

-- accrete:step 7 autocommit author.nr: drop column
ALTER TABLE author DROP COLUMN IF EXISTS nr;
