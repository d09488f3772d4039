-- accrete:undo V0002 case h2
-- accrete:model 1:d759bf4653ca87e99d2383d6916875bc
-- accrete:verdict breaking
--
-- Changes
--   item           drop unique constraint item_taxed_key (taxed)          Item
--   item.taxed     set comment                                            Item.taxed
--   item.rounded   set comment                                            Item.rounded
--   item.taxed     drop not null                                          Item.taxed
--   item.taxed     generate as id + 1                                     Item.taxed
--   item.rounded   drop generation                                        Item.rounded
--   item.taxed     change type from varchar(80) to bigint, using CASE WHEN taxed <> '' AND regexp_replace(taxed, '^-?[0-9]+$', '') = '' THEN CAST(taxed AS bigint) END   Item.taxed
--   item.rounded   change type from integer to bigint                     Item.rounded
--   item.price     change type from integer to bigint                     Item.price
--   item           add unique constraint item_rounded_key (rounded, id)   Item
--   item           add index item_rounded_idx (rounded, price)            Item
-- Locks
--   item           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H301] item.taxed: the values that were written into it are gone for good
--   [ACC-H204] item.taxed: the running version of the application may write values that no longer fit
-- Data that does not come back
--   item.price: what the conversion of its values left out
--   item.rounded: what the conversion of its values left out
--   item.taxed: what the conversion of its values left out
-- Rows that stop this
--   item.taxed: more than bigint holds
--     SELECT * FROM item WHERE CASE WHEN taxed <> '' AND regexp_replace(taxed, '^-?[0-9]+$', '') = '' THEN CAST(taxed AS numeric) NOT BETWEEN -9223372036854775808 AND 9223372036854775807 END;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit item: drop unique key item_taxed_key
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_taxed_key;

-- accrete:step 2 autocommit item.price: change type to bigint
ALTER TABLE item ALTER COLUMN price SET DATA TYPE bigint;

-- accrete:step 3 autocommit item.rounded: compute no more
ALTER TABLE item ALTER COLUMN rounded DROP EXPRESSION;

-- accrete:step 4 autocommit item.rounded: change type to bigint
ALTER TABLE item ALTER COLUMN rounded SET DATA TYPE bigint;
COMMENT ON COLUMN item.rounded IS 'as typed in';

-- accrete:step 5 autocommit item.taxed: replace column
ALTER TABLE item DROP COLUMN IF EXISTS taxed;
ALTER TABLE item ADD COLUMN taxed bigint GENERATED ALWAYS AS (id + 1);
COMMENT ON COLUMN item.taxed IS 'in cents';

-- accrete:step 6 autocommit item: add unique key item_rounded_key
ALTER TABLE item ADD CONSTRAINT item_rounded_key UNIQUE (rounded, id);

-- accrete:step 7 autocommit item: build index item_rounded_idx
CREATE INDEX item_rounded_idx ON item (rounded, price);
