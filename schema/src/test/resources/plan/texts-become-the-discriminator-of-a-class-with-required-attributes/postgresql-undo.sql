-- accrete:undo V0002 case postgresql
-- accrete:model 1:a7da8036e08bcc047e35180c9b3fb77b
-- accrete:verdict breaking
--
-- Changes
--   client             drop check client_check1                       Client
--   client             drop check client_check                        Client
--   client.kind        drop not null                                  Client.kind
--   client.kind        drop check                                     Client.kind
--   client.kind        change type from varchar(31) to varchar(255)   Client.kind
--   client.weight      drop column                                    Client.weight
--   client.age_limit   drop column                                    Client.ageLimit
-- Locks
--   client             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H210] client.kind: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] client.weight: the running version of the application still reads and writes the column
--   [ACC-H301] client.weight: its data is gone for good
--   [ACC-H202] client.age_limit: the running version of the application still reads and writes the column
--   [ACC-H301] client.age_limit: its data is gone for good
-- Data that does not come back
--   client.age_limit: all values
--   client.weight: all values
--   client.kind: what the conversion of its values left out
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=client client: drop check client_check; client: drop check client_check1; client.kind: change type to varchar(255), rows stay as they are; client.age_limit: drop column; client.weight: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE client DROP CONSTRAINT client_check;
ALTER TABLE client DROP CONSTRAINT client_check1;

ALTER TABLE client DROP CONSTRAINT client_kind_check,
    ALTER COLUMN kind TYPE varchar(255),
    ALTER COLUMN kind DROP NOT NULL;

ALTER TABLE client DROP COLUMN age_limit;
ALTER TABLE client DROP COLUMN weight;
