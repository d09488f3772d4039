-- accrete:migration V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   Customer        rename table from Client                              Customer
--   Customer.name   rename column from label                              Customer.name
--   Customer        rename constraint from Client_pkey to Customer_pkey   Customer
-- Locks
--   Client          EXCLUSIVE, instant
--   Customer        EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] Customer: the running version of the application looks for the old name
--   [ACC-H201] Customer.name: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit Client: rename to Customer
ALTER TABLE IF EXISTS Client RENAME TO Customer;

-- accrete:step 2 autocommit Customer.label: rename to name
ALTER TABLE IF EXISTS Customer ALTER COLUMN IF EXISTS label RENAME TO name;

-- accrete:step 3 autocommit Customer: rename constraint Client_pkey to Customer_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'CLIENT_PKEY')
    THEN 'ALTER TABLE Customer RENAME CONSTRAINT Client_pkey TO Customer_pkey'
    ELSE 'SET @accrete NULL' END;
