-- accrete:undo V0002 draft h2
-- accrete:model 1:c11da089b2cdc74377e9e222b17a6d60
-- accrete:verdict breaking
--
-- Changes
--   customer         rename constraint from customer_pkey to client_pkey   Customer
--   customer.label   rename column from name                               Customer
--   client           rename table from customer
-- Locks
--   customer         EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] customer.label: the running version of the application looks for the old name
--   [ACC-H201] client: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit customer: rename constraint customer_pkey to client_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'CUSTOMER_PKEY')
    THEN 'ALTER TABLE customer RENAME CONSTRAINT customer_pkey TO client_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 2 autocommit customer.name: rename to label
ALTER TABLE IF EXISTS customer ALTER COLUMN IF EXISTS name RENAME TO label;

-- accrete:step 3 autocommit customer: rename to client
ALTER TABLE IF EXISTS customer RENAME TO client;
