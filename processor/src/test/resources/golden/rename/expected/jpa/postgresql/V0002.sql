-- accrete:migration V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   Customer        rename table from Client                              Customer
--   Customer.name   rename column from label                              Customer.name
--   Customer        rename constraint from Client_pkey to Customer_pkey   Customer
-- Locks
--   Client          ACCESS EXCLUSIVE, instant
--   Customer        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] Customer: the running version of the application looks for the old name
--   [ACC-H201] Customer.name: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=Client Client: rename to Customer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Client RENAME TO Customer;
COMMIT;

-- accrete:step 2 transaction locks=Customer Customer.label: rename to name; Customer: rename constraint Client_pkey to Customer_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer RENAME COLUMN label TO name;
ALTER TABLE Customer RENAME CONSTRAINT Client_pkey TO Customer_pkey;
COMMIT;
