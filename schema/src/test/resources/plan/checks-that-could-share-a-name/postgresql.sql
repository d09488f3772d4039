-- accrete:migration V0002 case postgresql
-- accrete:model 1:7eb755ced18f942b90ae72a7de9c6dd3
-- accrete:verdict compatible
--
-- Changes
--   orders.line_state   add column ordinal('OPEN','DONE')   Orders.lineState
-- Locks
--   orders              ACCESS EXCLUSIVE, instant
--   orders              SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=orders orders.line_state: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE orders ADD COLUMN line_state smallint,
    ADD CONSTRAINT orders_line_state_check CHECK (line_state between 0 and 1) NOT VALID;
COMMIT;

-- accrete:step 2 transaction orders: validate orders_line_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE orders VALIDATE CONSTRAINT orders_line_state_check;
COMMIT;
