-- accrete:undo V0002 draft postgresql
-- accrete:model 1:c11da089b2cdc74377e9e222b17a6d60
-- accrete:verdict breaking
--
-- Changes
--   customer         rename constraint from customer_pkey to client_pkey   Customer
--   customer.label   rename column from name                               Customer
--   client           rename table from customer
-- Locks
--   customer         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] customer.label: the running version of the application looks for the old name
--   [ACC-H201] client: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=customer customer: rename constraint customer_pkey to client_pkey; customer.name: rename to label; customer: rename to client
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer RENAME CONSTRAINT customer_pkey TO client_pkey;
ALTER TABLE customer RENAME COLUMN name TO label;
ALTER TABLE customer RENAME TO client;
