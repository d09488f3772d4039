-- accrete:undo V0002 case h2
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
--   client             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] client.weight: the running version of the application still reads and writes the column
--   [ACC-H301] client.weight: its data is gone for good
--   [ACC-H202] client.age_limit: the running version of the application still reads and writes the column
--   [ACC-H301] client.age_limit: its data is gone for good
-- Data that does not come back
--   client.age_limit: all values
--   client.weight: all values
--   client.kind: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit client: drop check client_check
ALTER TABLE client DROP CONSTRAINT IF EXISTS client_check;

-- accrete:step 2 autocommit client: drop check client_check1
ALTER TABLE client DROP CONSTRAINT IF EXISTS client_check1;

-- accrete:step 3 autocommit client.kind: change type to varchar(255)
ALTER TABLE client DROP CONSTRAINT IF EXISTS client_kind_check;
ALTER TABLE client ALTER COLUMN kind DROP NOT NULL;
ALTER TABLE client ALTER COLUMN kind SET DATA TYPE varchar(255);

-- accrete:step 4 autocommit client.age_limit: drop column
ALTER TABLE client DROP COLUMN IF EXISTS age_limit;

-- accrete:step 5 autocommit client.weight: drop column
ALTER TABLE client DROP COLUMN IF EXISTS weight;
