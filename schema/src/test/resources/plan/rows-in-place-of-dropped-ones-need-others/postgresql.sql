-- accrete:migration V0002 case postgresql
-- accrete:model 1:ac30378f3111943397df349c5989b6d7
-- accrete:verdict breaking
--
-- Changes
--   customer   drop foreign key customer_store_id_fkey (store_id) to store
--   invoice    drop foreign key invoice_customer_id_fkey (customer_id) to customer   Invoice
--   customer   drop table
--   store      drop table
-- Locks
--   customer   ACCESS EXCLUSIVE, instant
--   invoice    ACCESS EXCLUSIVE, instant
--   store      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] customer: the running version of the application still uses the table
--   [ACC-H301] customer: its data is gone for good
--   [ACC-H202] store: the running version of the application still uses the table
--   [ACC-H301] store: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=customer,invoice invoice: drop foreign key invoice_customer_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer, invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE invoice DROP CONSTRAINT invoice_customer_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=customer,store drop customer, store
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer, store IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE customer, store;
COMMIT;
