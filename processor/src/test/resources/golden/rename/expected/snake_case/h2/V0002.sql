-- accrete:migration V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   customer        rename table from client                              Customer
--   customer.name   rename column from label                              Customer.name
--   customer        rename constraint from client_pkey to customer_pkey   Customer
-- Locks
--   client          EXCLUSIVE, instant
--   customer        EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] customer: the running version of the application looks for the old name
--   [ACC-H201] customer.name: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit client: rename to customer
ALTER TABLE IF EXISTS client RENAME TO customer;

-- accrete:step 2 autocommit customer.label: rename to name
ALTER TABLE IF EXISTS customer ALTER COLUMN IF EXISTS label RENAME TO name;

-- accrete:step 3 autocommit customer: rename constraint client_pkey to customer_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'CLIENT_PKEY')
    THEN 'ALTER TABLE customer RENAME CONSTRAINT client_pkey TO customer_pkey'
    ELSE 'SET @accrete NULL' END;
