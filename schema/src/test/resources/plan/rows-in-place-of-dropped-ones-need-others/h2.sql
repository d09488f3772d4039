-- accrete:migration V0002 case h2
-- accrete:model 1:ac30378f3111943397df349c5989b6d7
-- accrete:verdict breaking
--
-- Changes
--   customer   drop foreign key customer_store_id_fkey (store_id) to store
--   invoice    drop foreign key invoice_customer_id_fkey (customer_id) to customer   Invoice
--   customer   drop table
--   store      drop table
-- Locks
--   invoice    EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] customer: the running version of the application still uses the table
--   [ACC-H301] customer: its data is gone for good
--   [ACC-H202] store: the running version of the application still uses the table
--   [ACC-H301] store: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit invoice: drop foreign key invoice_customer_id_fkey
ALTER TABLE invoice DROP CONSTRAINT IF EXISTS invoice_customer_id_fkey;

-- accrete:step 2 autocommit drop customer, store
ALTER TABLE IF EXISTS customer DROP CONSTRAINT IF EXISTS customer_store_id_fkey;
DROP TABLE IF EXISTS customer;
DROP TABLE IF EXISTS store;
