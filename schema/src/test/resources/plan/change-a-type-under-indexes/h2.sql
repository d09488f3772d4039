-- accrete:migration V0002 case h2
-- accrete:model 1:12efe04985e10adac810f762f49b62f7
-- accrete:verdict compatible
--
-- Changes
--   orders.number   change type from integer to bigint   Orders.number
-- Locks
--   orders          EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit orders.number: change type to bigint
ALTER TABLE orders ALTER COLUMN number DROP DEFAULT;
ALTER TABLE orders ALTER COLUMN number SET DATA TYPE bigint;
ALTER TABLE orders ALTER COLUMN number SET DEFAULT 0;
