-- accrete:undo V0002 case h2
-- accrete:model 1:1684f6bb513a033ab62991ec5fdd7d1e
-- accrete:verdict breaking
--
-- Changes
--   item.code       drop not null                                        Item.code
--   item.code       replace values, using CASE WHEN code = 0 AND id <> (SELECT id FROM item WHERE code = 0 ORDER BY id FETCH FIRST ROW ONLY) THEN NULL ELSE code END   Item.code
--   item.position   change type from boolean to integer, using (select x.n from (select o.id as k1, row_number() over (order by o.id) as n from item o) x where x.k1 = item.id)   Item.position
--   item            add unique constraint item_position_key (position)   Item
--   item            add unique constraint item_code_key (code)           Item
-- Locks
--   item            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.position: the running version of the application may write values that no longer fit
--   [ACC-H205] item: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] item: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   item.position: what the conversion of its values left out
--   item.code: which rows had 0, and which no value: the first that has it keeps it
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit item.code: convert values
ALTER TABLE item ALTER COLUMN code DROP NOT NULL;
CREATE DOMAIN IF NOT EXISTS item_code_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'CODE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_CODE_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN code SET DATA TYPE bigint USING CASE WHEN code = 0 AND id <> (SELECT id FROM item WHERE code = 0 ORDER BY id FETCH FIRST ROW ONLY) THEN NULL ELSE code END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_code_type;

-- accrete:step 2 autocommit item.code: accept rows without a value
ALTER TABLE item ALTER COLUMN code SET DATA TYPE integer;

-- accrete:step 3 autocommit item.position: change type to integer
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS item_position_list1 AS
    select o.id as k1, row_number() over (order by o.id) as n from item o;

CREATE INDEX IF NOT EXISTS item_position_list1_n ON item_position_list1 (n);
CREATE INDEX IF NOT EXISTS item_position_list1_k1 ON item_position_list1 (k1);
CREATE DOMAIN IF NOT EXISTS item_position_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'POSITION')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_POSITION_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN position SET DATA TYPE integer USING (select x.n from item_position_list1 x where x.k1 = item.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_position_type;
DROP TABLE IF EXISTS item_position_list1;

-- accrete:step 4 autocommit item: add unique key item_code_key
ALTER TABLE item ADD CONSTRAINT item_code_key UNIQUE (code);

-- accrete:step 5 autocommit item: add unique key item_position_key
ALTER TABLE item ADD CONSTRAINT item_position_key UNIQUE (position);
