-- accrete:migration V0002 case h2
-- accrete:model 1:7455a2c814b1c37d4800833d7b9a8f62
-- accrete:verdict breaking
--
-- Changes
--   item           drop index item_rounded_idx (rounded, price)                       Item
--   item           drop unique constraint item_rounded_key (rounded, id)              Item
--   item.price     change type from bigint to integer, using cast(price as integer)   Item.price
--   item.rounded   change type from bigint to integer                                 Item.rounded
--   item.taxed     change type from bigint to varchar(80)                             Item.taxed
--   item.rounded   generate as id * 10                                                Item.rounded
--   item.taxed     drop generation                                                    Item.taxed
--   item.taxed     set not null, existing rows: cast(id as varchar)                   Item.taxed
--   item.rounded   set comment                                                        Item.rounded
--   item.taxed     set comment                                                        Item.taxed
--   item           add unique constraint item_taxed_key (taxed)                       Item
-- Locks
--   item           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.price: the running version of the application may write values that no longer fit
--   [ACC-H204] item.rounded: the running version of the application may write values that no longer fit
--   [ACC-H204] item.taxed: the running version of the application may write values that no longer fit
--   [ACC-H301] item.rounded: the values that were written into it are gone for good
--   [ACC-H203] item.taxed: writes of the running version that leave the column empty fail
--   [ACC-H205] item: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   item: the same values in taxed
--     SELECT taxed, count(*) FROM item WHERE taxed IS NOT NULL GROUP BY taxed HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item: drop index item_rounded_idx
DROP INDEX IF EXISTS item_rounded_idx;

-- accrete:step 2 autocommit item: drop unique key item_rounded_key
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_rounded_key;

-- accrete:step 3 autocommit item.price: change type to integer
CREATE DOMAIN IF NOT EXISTS item_price_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ITEM' AND column_name = 'PRICE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ITEM_PRICE_TYPE')
    THEN 'ALTER TABLE item ALTER COLUMN price SET DATA TYPE integer USING cast(price as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS item_price_type;

-- accrete:step 4 autocommit item.rounded: replace column
ALTER TABLE item DROP COLUMN IF EXISTS rounded;
ALTER TABLE item ADD COLUMN rounded integer GENERATED ALWAYS AS (id * 10);
COMMENT ON COLUMN item.rounded IS 'by the database';

-- accrete:step 5 autocommit item.taxed: compute no more
ALTER TABLE item ALTER COLUMN taxed DROP EXPRESSION;

-- accrete:step 6 autocommit item.taxed: change type to varchar(80)
ALTER TABLE item ALTER COLUMN taxed SET DATA TYPE varchar(80);
UPDATE item SET taxed = cast(id as varchar) WHERE taxed IS NULL;
ALTER TABLE item ALTER COLUMN taxed SET NOT NULL;
COMMENT ON COLUMN item.taxed IS 'as printed';

-- accrete:step 7 autocommit item: add unique key item_taxed_key
ALTER TABLE item ADD CONSTRAINT item_taxed_key UNIQUE (taxed);
