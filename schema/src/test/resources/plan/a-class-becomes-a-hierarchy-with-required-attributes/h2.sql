-- accrete:migration V0002 case h2
-- accrete:model 1:b5a491a14316b1846142770c434aeecf
-- accrete:verdict breaking
--
-- Changes
--   client.age_limit   add column integer                                      Client.ageLimit
--   client.kind        add column varchar(31) not null, existing rows: 'App'   Client.kind
--   client.weight      add column integer                                      Client.weight
--   client.age_limit   existing rows: case when kind = 'App' then 18 end       Client.ageLimit
--   client.enabled     existing rows: case when kind = 'App' then true end     Client.enabled
--   client             add check client_check                                  Client
--   client             add check client_check1                                 Client
-- Locks
--   client             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] client.kind: inserts of the running version leave the new column out and fail
--   [ACC-H205] client: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H205] client: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit client.age_limit: add column
ALTER TABLE client ADD COLUMN age_limit integer;

-- accrete:step 2 autocommit client.kind: add column
ALTER TABLE client ADD COLUMN kind varchar(31);
UPDATE client SET kind = 'App' WHERE kind IS NULL;
ALTER TABLE client ALTER COLUMN kind SET NOT NULL;
ALTER TABLE client ADD CONSTRAINT client_kind_check CHECK (kind in ('App','Service'));

-- accrete:step 3 autocommit client.weight: add column
ALTER TABLE client ADD COLUMN weight integer;

-- accrete:step 4 autocommit client.age_limit: fill in rows that exist
UPDATE client SET age_limit = case when kind = 'App' then 18 end WHERE age_limit IS NULL;

-- accrete:step 5 autocommit client.enabled: fill in rows that exist
UPDATE client SET enabled = case when kind = 'App' then true end WHERE enabled IS NULL;

-- accrete:step 6 autocommit client: add check client_check
ALTER TABLE client ADD CONSTRAINT client_check CHECK (kind <> 'App' or (age_limit is not null and enabled is not null));

-- accrete:step 7 autocommit client: add check client_check1
ALTER TABLE client ADD CONSTRAINT client_check1 CHECK (kind <> 'Service' or (weight is not null));
