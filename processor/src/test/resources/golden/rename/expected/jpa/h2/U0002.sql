-- accrete:undo V0002 draft h2
-- accrete:model 1:c11da089b2cdc74377e9e222b17a6d60
-- accrete:verdict breaking
--
-- Changes
--   Customer         rename constraint from Customer_pkey to Client_pkey   Customer
--   Customer.label   rename column from name                               Customer
--   Client           rename table from Customer
-- Locks
--   Customer         EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] Customer.label: the running version of the application looks for the old name
--   [ACC-H201] Client: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit Customer: rename constraint Customer_pkey to Client_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'CUSTOMER_PKEY')
    THEN 'ALTER TABLE Customer RENAME CONSTRAINT Customer_pkey TO Client_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 2 autocommit Customer.name: rename to label
ALTER TABLE IF EXISTS Customer ALTER COLUMN IF EXISTS name RENAME TO label;

-- accrete:step 3 autocommit Customer: rename to Client
ALTER TABLE IF EXISTS Customer RENAME TO Client;
