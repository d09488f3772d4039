-- accrete:migration V0002 case h2
-- accrete:model 1:b5a491a14316b1846142770c434aeecf
-- accrete:verdict breaking
--
-- Changes
--   client.age_limit   add column integer                                     Client.ageLimit
--   client.weight      add column integer                                     Client.weight
--   client.kind        change type from varchar(255) to varchar(31), using case kind when 'App' then 'App' else 'Service' end   Client.kind
--   client.kind        change check to [kind in ('App','Service')]            Client.kind
--   client.kind        set not null, existing rows: 'App'                     Client.kind
--   client.age_limit   existing rows: case when kind = 'App' then 18 end      Client.ageLimit
--   client.enabled     existing rows: case when kind = 'App' then true end    Client.enabled
--   client.weight      existing rows: case when kind = 'Service' then 1 end   Client.weight
--   client             add check client_check                                 Client
--   client             add check client_check1                                Client
-- Locks
--   client             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] client.kind: the running version of the application may write values that no longer fit
--   [ACC-H203] client.kind: writes of the running version that leave the column empty fail
--   [ACC-H203] client: rows that the running version writes without age_limit, enabled fail
--   [ACC-H205] client: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H203] client: rows that the running version writes without weight fail
--   [ACC-H205] client: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit client.age_limit: add column
ALTER TABLE client ADD COLUMN age_limit integer;

-- accrete:step 2 autocommit client.kind: change type to varchar(31)
CREATE DOMAIN IF NOT EXISTS client_kind_type AS varchar(31);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'CLIENT' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'CLIENT_KIND_TYPE')
    THEN 'ALTER TABLE client ALTER COLUMN kind SET DATA TYPE varchar(31) USING case kind when ''App'' then ''App'' else ''Service'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS client_kind_type;
UPDATE client SET kind = 'App' WHERE kind IS NULL;
ALTER TABLE client ALTER COLUMN kind SET NOT NULL;
ALTER TABLE client ADD CONSTRAINT client_kind_check CHECK (kind in ('App','Service'));

-- accrete:step 3 autocommit client.weight: add column
ALTER TABLE client ADD COLUMN weight integer;

-- accrete:step 4 autocommit client.age_limit: fill in rows that exist
UPDATE client SET age_limit = case when kind = 'App' then 18 end WHERE age_limit IS NULL;

-- accrete:step 5 autocommit client.enabled: fill in rows that exist
UPDATE client SET enabled = case when kind = 'App' then true end WHERE enabled IS NULL;

-- accrete:step 6 autocommit client.weight: fill in rows that exist
UPDATE client SET weight = case when kind = 'Service' then 1 end WHERE weight IS NULL;

-- accrete:step 7 autocommit client: add check client_check
ALTER TABLE client ADD CONSTRAINT client_check CHECK (kind <> 'App' or (age_limit is not null and enabled is not null));

-- accrete:step 8 autocommit client: add check client_check1
ALTER TABLE client ADD CONSTRAINT client_check1 CHECK (kind <> 'Service' or (weight is not null));
