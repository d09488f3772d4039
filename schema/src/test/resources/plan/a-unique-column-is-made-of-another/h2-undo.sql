-- accrete:undo V0002 case h2
-- accrete:model 1:74d1d9d883ff3acdd4fb05a189418a29
-- accrete:verdict breaking
--
-- Changes
--   item        drop unique constraint item_shop_slug_key (shop, slug)   Item
--   item        drop unique constraint item_nr_key (nr)                  Item
--   item.slug   drop column                                              Item.slug
--   item.nr     drop column                                              Item.nr
-- Locks
--   item        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] item.slug: the running version of the application still reads and writes the column
--   [ACC-H301] item.slug: its data is gone for good
--   [ACC-H202] item.nr: the running version of the application still reads and writes the column
--   [ACC-H301] item.nr: its data is gone for good
-- Data that does not come back
--   item.nr: all values
--   item.slug: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit item: drop unique key item_nr_key
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_nr_key;

-- accrete:step 2 autocommit item: drop unique key item_shop_slug_key
ALTER TABLE item DROP CONSTRAINT IF EXISTS item_shop_slug_key;

-- accrete:step 3 autocommit item.nr: drop column
ALTER TABLE item DROP COLUMN IF EXISTS nr;

-- accrete:step 4 autocommit item.slug: drop column
ALTER TABLE item DROP COLUMN IF EXISTS slug;
