-- accrete:undo V0002 case postgresql
-- accrete:model 1:060e209da265894c5ff09be4da760adf
-- accrete:verdict compatible
--
-- Changes
--   approved   drop foreign key approved_product_id_fkey (product_id) to product   Approved
-- Locks
--   approved   ACCESS EXCLUSIVE, instant
--   product    ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   approved.product_id: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=approved,product approved: drop foreign key approved_product_id_fkey
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved, product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved DROP CONSTRAINT approved_product_id_fkey;
