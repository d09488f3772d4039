-- accrete:migration V0002 case h2
-- accrete:model 1:df6e93b180d262a1e0a6423d9360b92f
-- accrete:verdict compatible
--
-- Changes
--   orders.rest   add column integer generated as price % 100   Orders.rest
-- Locks
--   orders        EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit orders.rest: add column
ALTER TABLE orders ADD COLUMN rest integer GENERATED ALWAYS AS (price % 100);
