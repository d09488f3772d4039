-- accrete:undo V0002 case h2
-- accrete:model 1:1262cf55613ed4b0fc2aad2429942d87
-- accrete:verdict breaking
--
-- Changes
--   item.parent   change type from varchar(20) to bigint, using CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS bigint) ELSE CAST((SELECT min(id) FROM item) AS bigint) END   Item.parent
--   item          add foreign key item_parent_fkey (parent) to item   Item
-- Locks
--   item          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.parent: the running version of the application may write values that no longer fit
--   [ACC-H205] item: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   item.parent: what the conversion of its values left out
-- Rows that stop this
--   item.parent: more than bigint holds
--     SELECT * FROM item WHERE CASE WHEN parent <> '' AND regexp_replace(parent, '^-?[0-9]+$', '') = '' THEN CAST(parent AS numeric) NOT BETWEEN -9223372036854775808 AND 9223372036854775807 END;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit item.parent: change type to bigint
CREATE DOMAIN IF NOT EXISTS item_parent_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'PARENT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_PARENT_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN parent SET DATA TYPE bigint USING CASE WHEN parent <> '''' AND regexp_replace(parent, ''^-?[0-9]+$'', '''') = '''' THEN CAST(parent AS bigint) ELSE CAST((SELECT min(id) FROM item) AS bigint) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_parent_type;

-- accrete:step 2 autocommit item: add foreign key item_parent_fkey
ALTER TABLE item ADD CONSTRAINT item_parent_fkey FOREIGN KEY (parent) REFERENCES item (id);
