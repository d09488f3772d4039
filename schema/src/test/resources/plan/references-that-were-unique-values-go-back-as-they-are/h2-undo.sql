-- accrete:undo V0002 case h2
-- accrete:model 1:060e209da265894c5ff09be4da760adf
-- accrete:verdict compatible
--
-- Changes
--   approved   drop foreign key approved_product_id_fkey (product_id) to product   Approved
-- Locks
--   approved   EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   approved.product_id: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit approved: drop foreign key approved_product_id_fkey
ALTER TABLE approved DROP CONSTRAINT IF EXISTS approved_product_id_fkey;
