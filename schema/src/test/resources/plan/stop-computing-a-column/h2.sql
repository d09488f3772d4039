-- accrete:migration V0002 case h2
-- accrete:model 1:43386e3a8c5c04c407c8ec8393637728
-- accrete:verdict compatible
--
-- Changes
--   orders.rest   drop generation   Orders.rest
-- Locks
--   orders        EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit orders.rest: compute no more
ALTER TABLE orders ALTER COLUMN rest DROP EXPRESSION;
