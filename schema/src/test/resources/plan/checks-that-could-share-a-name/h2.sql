-- accrete:migration V0002 case h2
-- accrete:model 1:7eb755ced18f942b90ae72a7de9c6dd3
-- accrete:verdict compatible
--
-- Changes
--   orders.line_state   add column ordinal('OPEN','DONE')   Orders.lineState
-- Locks
--   orders              EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit orders.line_state: add column
ALTER TABLE orders ADD COLUMN line_state tinyint;
ALTER TABLE orders ADD CONSTRAINT orders__line_state_check CHECK (line_state between 0 and 1);
