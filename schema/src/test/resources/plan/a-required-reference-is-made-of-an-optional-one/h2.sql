-- accrete:migration V0002 case h2
-- accrete:model 1:bdc32f61c57ce8d31bcfff1ee45827a0
-- accrete:verdict breaking
--
-- Changes
--   line             drop foreign key line_parent_id_fkey (parent_id) to parent              Line
--   line.of_parent   add column varchar(30) not null, existing rows: cast(coalesce(parent_id, (select min(id) from parent)) as varchar(30))   Line.ofParent
--   parent.id        change type from bigint to varchar(30), using cast(id as varchar(30))   Parent.id
--   line             add foreign key line_of_parent_fkey (of_parent) to parent               Line
--   line.parent_id   drop column                                                             Line
-- Locks
--   line             EXCLUSIVE, rewrite
--   parent           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] line.of_parent: inserts of the running version leave the new column out and fail
--   [ACC-H204] parent.id: the running version of the application may write values that no longer fit
--   [ACC-H202] line.parent_id: the running version of the application still reads and writes the column
--   [ACC-H301] line.parent_id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit line: drop foreign key line_parent_id_fkey
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_parent_id_fkey;

-- accrete:step 2 autocommit line.of_parent: add column
ALTER TABLE line ADD COLUMN of_parent varchar(30);
UPDATE line SET of_parent = cast(coalesce(parent_id, (select min(id) from parent)) as varchar(30)) WHERE of_parent IS NULL;
ALTER TABLE line ALTER COLUMN of_parent SET NOT NULL;

-- accrete:step 3 autocommit parent.id: change type to varchar(30)
CREATE DOMAIN IF NOT EXISTS parent_id_type AS varchar(30);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PARENT' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PARENT_ID_TYPE')
    THEN 'ALTER TABLE parent ALTER COLUMN id SET DATA TYPE varchar(30) USING cast(id as varchar(30))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS parent_id_type;

-- accrete:step 4 autocommit line: add foreign key line_of_parent_fkey
ALTER TABLE line ADD CONSTRAINT line_of_parent_fkey FOREIGN KEY (of_parent) REFERENCES parent (id);

-- accrete:step 5 autocommit line.parent_id: drop column
ALTER TABLE line DROP COLUMN IF EXISTS parent_id;
