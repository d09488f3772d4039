-- accrete:undo V0002 case postgresql
-- accrete:model 1:74d1d9d883ff3acdd4fb05a189418a29
-- accrete:verdict breaking
--
-- Changes
--   item        drop unique constraint item_shop_slug_key (shop, slug)   Item
--   item        drop unique constraint item_nr_key (nr)                  Item
--   item.slug   drop column                                              Item.slug
--   item.nr     drop column                                              Item.nr
-- Locks
--   item        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] item.slug: the running version of the application still reads and writes the column
--   [ACC-H301] item.slug: its data is gone for good
--   [ACC-H202] item.nr: the running version of the application still reads and writes the column
--   [ACC-H301] item.nr: its data is gone for good
-- Data that does not come back
--   item.nr: all values
--   item.slug: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=item item: drop unique key item_nr_key; item: drop unique key item_shop_slug_key; item.nr: drop column; item.slug: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item DROP CONSTRAINT item_nr_key;
ALTER TABLE item DROP CONSTRAINT item_shop_slug_key;
ALTER TABLE item DROP COLUMN nr;
ALTER TABLE item DROP COLUMN slug;
