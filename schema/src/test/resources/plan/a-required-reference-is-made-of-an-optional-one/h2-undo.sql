-- accrete:undo V0002 case h2
-- accrete:model 1:f8ab8bc9d03762248293fd91ebe19212
-- accrete:verdict breaking
--
-- Changes
--   line.parent_id   add column bigint, existing rows: CAST(of_parent AS bigint)   Line
--   line             drop foreign key line_of_parent_fkey (of_parent) to parent    Line
--   parent.id        change type from varchar(30) to bigint                        Parent.id
--   line.of_parent   drop column                                                   Line.ofParent
--   line             add foreign key line_parent_id_fkey (parent_id) to parent     Line
-- Locks
--   line             EXCLUSIVE, rewrite
--   parent           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] parent.id: the running version of the application may write values that no longer fit
--   [ACC-H202] line.of_parent: the running version of the application still reads and writes the column
--   [ACC-H301] line.of_parent: its data is gone for good
-- Data that does not come back
--   line.of_parent: all values
--   parent.id: what the conversion of its values left out
--   line.parent_id: the values that were dropped
-- Rows that stop this
--   parent.id: texts that are no bigint
--     SELECT * FROM parent WHERE id = '' OR regexp_replace(id, '^-?[0-9]+$', '') <> '';
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit line: drop foreign key line_of_parent_fkey
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_of_parent_fkey;

-- accrete:step 2 autocommit line.parent_id: add column
ALTER TABLE line ADD COLUMN parent_id bigint;
UPDATE line SET parent_id = CAST(of_parent AS bigint) WHERE parent_id IS NULL;

-- accrete:step 3 autocommit parent.id: change type to bigint
ALTER TABLE parent ALTER COLUMN id SET DATA TYPE bigint;

-- accrete:step 4 autocommit line: add foreign key line_parent_id_fkey
ALTER TABLE line ADD CONSTRAINT line_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES parent (id);

-- accrete:step 5 autocommit line.of_parent: drop column
ALTER TABLE line DROP COLUMN IF EXISTS of_parent;
