-- accrete:undo V0002 case h2
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
--   client             EXCLUSIVE, rewrite
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

-- accrete:step 1 autocommit client: drop check client_check
ALTER TABLE client DROP CONSTRAINT IF EXISTS client_check;

-- accrete:step 2 autocommit client: drop check client_check1
ALTER TABLE client DROP CONSTRAINT IF EXISTS client_check1;

-- accrete:step 3 autocommit client.age_limit: drop column
ALTER TABLE client DROP COLUMN IF EXISTS age_limit;

-- accrete:step 4 autocommit client.kind: drop column
ALTER TABLE client DROP CONSTRAINT IF EXISTS client_kind_check;
ALTER TABLE client DROP COLUMN IF EXISTS kind;

-- accrete:step 5 autocommit client.weight: drop column
ALTER TABLE client DROP COLUMN IF EXISTS weight;
