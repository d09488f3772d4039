-- accrete:undo V0002 case h2
-- accrete:model 1:df6e93b180d262a1e0a6423d9360b92f
-- accrete:verdict compatible
--
-- Changes
--   orders.rest   generate as price % 100   Orders.rest
-- Locks
--   orders        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H301] orders.rest: the values that were written into it are gone for good
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit orders.rest: replace column
ALTER TABLE orders DROP COLUMN IF EXISTS rest;
ALTER TABLE orders ADD COLUMN rest integer GENERATED ALWAYS AS (price % 100);
