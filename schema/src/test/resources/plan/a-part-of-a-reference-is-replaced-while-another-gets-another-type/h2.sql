-- accrete:migration V0002 case h2
-- accrete:model 1:0ee6c8b410f72cb5083da272e4faf00a
-- accrete:verdict breaking
--
-- Changes
--   node.sort               rename column from kind                                                             Node.sort
--   pointer                 drop foreign key pointer_target_fkey (target_kind, target_number) to node           Pointer
--   pointer.target_kind     keep unmapped column on purpose                                                     Pointer
--   pointer.target_sort     add column varchar(8), existing rows: (select p.sort from node p where p.sort = pointer.target_kind and p.number = pointer.target_number)   Pointer.targetSort
--   node.number             change type from integer to varchar(20), using cast(number as varchar(20))          Node.number
--   pointer.target_number   change type from integer to varchar(20), using cast(target_number as varchar(20))   Pointer.targetNumber
--   pointer                 add foreign key pointer_target_fkey (target_sort, target_number) to node            Pointer
-- Locks
--   node                    EXCLUSIVE, rewrite
--   pointer                 EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] node.sort: the running version of the application looks for the old name
--   [ACC-H204] node.number: the running version of the application may write values that no longer fit
--   [ACC-H204] pointer.target_number: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit node.kind: rename to sort
ALTER TABLE IF EXISTS node ALTER COLUMN IF EXISTS kind RENAME TO sort;

-- accrete:step 2 autocommit pointer: drop foreign key pointer_target_fkey
ALTER TABLE pointer DROP CONSTRAINT IF EXISTS pointer_target_fkey;

-- accrete:step 3 autocommit pointer.target_sort: add column
ALTER TABLE pointer ADD COLUMN target_sort varchar(8);
UPDATE pointer SET target_sort = (select p.sort from node p where p.sort = pointer.target_kind and p.number = pointer.target_number) WHERE target_sort IS NULL;

-- accrete:step 4 autocommit node.number: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS node_number_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'NODE' AND column_name = 'NUMBER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'NODE_NUMBER_TYPE')
    THEN 'ALTER TABLE node ALTER COLUMN number SET DATA TYPE varchar(20) USING cast(number as varchar(20))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS node_number_type;

-- accrete:step 5 autocommit pointer.target_number: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS pointer_target_number_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'POINTER' AND column_name = 'TARGET_NUMBER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'POINTER_TARGET_NUMBER_TYPE')
    THEN 'ALTER TABLE pointer ALTER COLUMN target_number SET DATA TYPE varchar(20) USING cast(target_number as varchar(20))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS pointer_target_number_type;

-- accrete:step 6 autocommit pointer: add foreign key pointer_target_fkey
ALTER TABLE pointer ADD CONSTRAINT pointer_target_fkey FOREIGN KEY (target_sort, target_number) REFERENCES node (sort, number);
