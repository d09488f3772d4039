-- accrete:migration V0002 case h2
-- accrete:model 1:128e78db60b061b9a93e33f299576399
-- accrete:verdict breaking
--
-- Changes
--   item.nr     add column varchar(40) not null, existing rows: 'nr' || cast(id as varchar(20))   Item.nr
--   item.slug   add column varchar(40) not null, existing rows: lower(title)                      Item.slug
--   item        add unique constraint item_nr_key (nr)                                            Item
--   item        add unique constraint item_shop_slug_key (shop, slug)                             Item
-- Locks
--   item        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] item.nr: inserts of the running version leave the new column out and fail
--   [ACC-H203] item.slug: inserts of the running version leave the new column out and fail
--   [ACC-H205] item: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] item: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   item: the same values in shop, slug
--     SELECT shop, slug, count(*) FROM (SELECT shop, lower(title) AS slug FROM item) found WHERE slug IS NOT NULL GROUP BY shop, slug HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item.nr: add column
ALTER TABLE item ADD COLUMN nr varchar(40);
UPDATE item SET nr = 'nr' || cast(id as varchar(20)) WHERE nr IS NULL;
ALTER TABLE item ALTER COLUMN nr SET NOT NULL;

-- accrete:step 2 autocommit item.slug: add column
ALTER TABLE item ADD COLUMN slug varchar(40);
UPDATE item SET slug = lower(title) WHERE slug IS NULL;
ALTER TABLE item ALTER COLUMN slug SET NOT NULL;

-- accrete:step 3 autocommit item: add unique key item_nr_key
ALTER TABLE item ADD CONSTRAINT item_nr_key UNIQUE (nr);

-- accrete:step 4 autocommit item: add unique key item_shop_slug_key
ALTER TABLE item ADD CONSTRAINT item_shop_slug_key UNIQUE (shop, slug);
