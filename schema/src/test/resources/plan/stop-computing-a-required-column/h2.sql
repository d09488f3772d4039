-- accrete:migration V0002 case h2
-- accrete:model 1:a0007643d106e4aacaf63a703d9bf3c4
-- accrete:verdict breaking
--
-- Changes
--   orders.rest   drop generation                                          Orders.rest
--   orders.rest   set not null, existing rows: coalesce(orders.price, 0)   Orders.rest
-- Locks
--   orders        EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] orders.rest: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit orders.rest: compute no more
ALTER TABLE orders ALTER COLUMN rest DROP EXPRESSION;

-- accrete:step 2 autocommit orders.rest: alter column
UPDATE orders SET rest = coalesce(orders.price, 0) WHERE rest IS NULL;
ALTER TABLE orders ALTER COLUMN rest SET NOT NULL;
