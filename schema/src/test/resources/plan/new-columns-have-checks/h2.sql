-- accrete:migration V0002 case h2
-- accrete:model 1:d6512abd614bfba6d3464b15f0c8613f
-- accrete:verdict breaking
--
-- Changes
--   item.discount     add column integer not null default 0                   Item.discount
--   item.full_price   add column integer not null, existing rows: price * 2   Item.fullPrice
--   item.level        add column integer not null, existing rows: 1           Item.level
--   item              add check item_check                                    Item
-- Locks
--   item              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] item.full_price: inserts of the running version leave the new column out and fail
--   [ACC-H203] item.level: inserts of the running version leave the new column out and fail
--   [ACC-H205] item: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   item.full_price: what its check refuses
--     SELECT * FROM item WHERE NOT ((price * 2) > 0);
--   item: what item_check refuses
--     SELECT * FROM item WHERE NOT ((0) < price);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item.discount: add column
ALTER TABLE item ADD COLUMN discount integer DEFAULT 0 NOT NULL;

-- accrete:step 2 autocommit item.full_price: add column
ALTER TABLE item ADD COLUMN full_price integer;
UPDATE item SET full_price = price * 2 WHERE full_price IS NULL;
ALTER TABLE item ALTER COLUMN full_price SET NOT NULL;
ALTER TABLE item ADD CONSTRAINT item__full_price_check CHECK (full_price > 0);

-- accrete:step 3 autocommit item.level: add column
ALTER TABLE item ADD COLUMN level integer;
UPDATE item SET level = 1 WHERE level IS NULL;
ALTER TABLE item ALTER COLUMN level SET NOT NULL;
ALTER TABLE item ADD CONSTRAINT item_level_check CHECK (level in (1,2));

-- accrete:step 4 autocommit item: add check item_check
ALTER TABLE item ADD CONSTRAINT item_check CHECK (discount < price);
