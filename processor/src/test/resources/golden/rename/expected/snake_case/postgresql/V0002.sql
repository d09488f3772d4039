-- accrete:migration V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   customer        rename table from client                              Customer
--   customer.name   rename column from label                              Customer.name
--   customer        rename constraint from client_pkey to customer_pkey   Customer
-- Locks
--   client          ACCESS EXCLUSIVE, instant
--   customer        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] customer: the running version of the application looks for the old name
--   [ACC-H201] customer.name: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=client client: rename to customer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE client RENAME TO customer;
COMMIT;

-- accrete:step 2 transaction locks=customer customer.label: rename to name; customer: rename constraint client_pkey to customer_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer RENAME COLUMN label TO name;
ALTER TABLE customer RENAME CONSTRAINT client_pkey TO customer_pkey;
COMMIT;
