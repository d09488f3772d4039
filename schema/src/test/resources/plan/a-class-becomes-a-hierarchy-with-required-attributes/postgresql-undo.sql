-- accrete:undo V0002 case postgresql
-- accrete:model 1:a3253cffc13ecb7936cb6397dc02e359
-- accrete:verdict breaking
--
-- Changes
--   client             drop check client_check1   Client
--   client             drop check client_check    Client
--   client.weight      drop column                Client.weight
--   client.kind        drop column                Client.kind
--   client.age_limit   drop column                Client.ageLimit
-- Locks
--   client             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] client.weight: the running version of the application still reads and writes the column
--   [ACC-H301] client.weight: its data is gone for good
--   [ACC-H202] client.kind: the running version of the application still reads and writes the column
--   [ACC-H301] client.kind: its data is gone for good
--   [ACC-H202] client.age_limit: the running version of the application still reads and writes the column
--   [ACC-H301] client.age_limit: its data is gone for good
-- Data that does not come back
--   client.age_limit: all values
--   client.kind: all values
--   client.weight: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=client client: drop check client_check; client: drop check client_check1; client.age_limit: drop column; client.kind: drop column; client.weight: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE client DROP CONSTRAINT client_check;
ALTER TABLE client DROP CONSTRAINT client_check1;
ALTER TABLE client DROP COLUMN age_limit;
ALTER TABLE client DROP COLUMN kind;
ALTER TABLE client DROP COLUMN weight;
