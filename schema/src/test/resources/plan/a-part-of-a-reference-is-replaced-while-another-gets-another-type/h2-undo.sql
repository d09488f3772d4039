-- accrete:undo V0002 case h2
-- accrete:model 1:1af00ac82a9dfeb36482a26ca6d770a6
-- accrete:verdict breaking
--
-- Changes
--   pointer                 drop foreign key pointer_target_fkey (target_sort, target_number) to node       Pointer
--   pointer.target_number   change type from varchar(20) to integer, using CAST(target_number AS integer)   Pointer.targetNumber
--   node.number             change type from varchar(20) to integer                                         Node.number
--   pointer.target_sort     drop column                                                                     Pointer.targetSort
--   pointer                 add foreign key pointer_target_fkey (target_kind, target_number) to node        Pointer
--   node.kind               rename column from sort                                                         Node
-- Locks
--   node                    EXCLUSIVE, rewrite
--   pointer                 EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] pointer.target_number: the running version of the application may write values that no longer fit
--   [ACC-H204] node.number: the running version of the application may write values that no longer fit
--   [ACC-H202] pointer.target_sort: the running version of the application still reads and writes the column
--   [ACC-H301] pointer.target_sort: its data is gone for good
--   [ACC-H201] node.kind: the running version of the application looks for the old name
-- Data that does not come back
--   pointer.target_sort: all values
--   node.number: what the conversion of its values left out
--   pointer.target_number: what the conversion of its values left out
-- Rows that stop this
--   pointer.target_number: texts that are no integer
--     SELECT * FROM pointer WHERE target_number = '' OR regexp_replace(target_number, '^-?[0-9]+$', '') <> '';
--   node.number: texts that are no integer
--     SELECT * FROM node WHERE number = '' OR regexp_replace(number, '^-?[0-9]+$', '') <> '';
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit pointer: drop foreign key pointer_target_fkey
ALTER TABLE pointer DROP CONSTRAINT IF EXISTS pointer_target_fkey;

-- accrete:step 2 autocommit node.number: change type to integer
ALTER TABLE node ALTER COLUMN number SET DATA TYPE integer;

-- accrete:step 3 autocommit pointer.target_number: change type to integer
CREATE DOMAIN IF NOT EXISTS pointer_target_number_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'POINTER' AND column_name = 'TARGET_NUMBER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'POINTER_TARGET_NUMBER_TYPE')
    THEN 'ALTER TABLE pointer ALTER COLUMN target_number SET DATA TYPE integer USING CAST(target_number AS integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS pointer_target_number_type;

-- accrete:step 4 autocommit pointer: add foreign key pointer_target_fkey
ALTER TABLE pointer ADD CONSTRAINT pointer_target_fkey FOREIGN KEY (target_kind, target_number) REFERENCES node (sort, number);

-- accrete:step 5 autocommit pointer.target_sort: drop column
ALTER TABLE pointer DROP COLUMN IF EXISTS target_sort;

-- accrete:step 6 autocommit node.sort: rename to kind
ALTER TABLE IF EXISTS node ALTER COLUMN IF EXISTS sort RENAME TO kind;
