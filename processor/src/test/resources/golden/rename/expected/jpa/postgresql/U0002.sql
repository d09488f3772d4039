-- accrete:undo V0002 draft postgresql
-- accrete:model 1:c11da089b2cdc74377e9e222b17a6d60
-- accrete:verdict breaking
--
-- Changes
--   Customer         rename constraint from Customer_pkey to Client_pkey   Customer
--   Customer.label   rename column from name                               Customer
--   Client           rename table from Customer
-- Locks
--   Customer         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] Customer.label: the running version of the application looks for the old name
--   [ACC-H201] Client: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=Customer Customer: rename constraint Customer_pkey to Client_pkey; Customer.name: rename to label; Customer: rename to Client
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer RENAME CONSTRAINT Customer_pkey TO Client_pkey;
ALTER TABLE Customer RENAME COLUMN name TO label;
ALTER TABLE Customer RENAME TO Client;
