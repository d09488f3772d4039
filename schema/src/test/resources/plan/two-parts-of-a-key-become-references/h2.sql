-- accrete:migration V0002 case h2
-- accrete:model 1:64198c7caa5a2e633badfe3a6b247d19
-- accrete:verdict breaking
--
-- Changes
--   grants.client_id   change type from varchar(36) to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from client p) x join (select o.client_id as k1, o.scope_id as k2, row_number() over (order by o.client_id, o.scope_id) as n from grants o) y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id)   Grants.clientId
--   grants.scope_id    change type from varchar(36) to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from scope p) x join (select o.client_id as k1, o.scope_id as k2, row_number() over (partition by o.client_id order by o.client_id, o.scope_id) as n from grants o) y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id)   Grants.scopeId
--   grants             add foreign key grants_client_id_fkey (client_id) to client   Grants
--   grants             add foreign key grants_scope_id_fkey (scope_id) to scope      Grants
-- Locks
--   grants             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] grants.client_id: the running version of the application may write values that no longer fit
--   [ACC-H204] grants.scope_id: the running version of the application may write values that no longer fit
--   [ACC-H205] grants: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H205] grants: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   grants.client_id: no value, where none is found for them (no query finds them before)
--   grants.scope_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit grants.grants_client_id_found: add column
ALTER TABLE grants ADD COLUMN grants_client_id_found bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS grants_grants_client_id_found_list1 AS
    select p.id, row_number() over (order by p.id) as n from client p;

CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list1_id ON grants_grants_client_id_found_list1 (id);
CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list1_n ON grants_grants_client_id_found_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS grants_grants_client_id_found_list2 AS
    select o.client_id as k1, o.scope_id as k2, row_number() over (order by o.client_id, o.scope_id) as n from grants o;

CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list2_n ON grants_grants_client_id_found_list2 (n);
CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list2_k1 ON grants_grants_client_id_found_list2 (k1);
CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list2_k2 ON grants_grants_client_id_found_list2 (k2);
UPDATE grants SET grants_client_id_found = (select x.id from grants_grants_client_id_found_list1 x join grants_grants_client_id_found_list2 y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id) WHERE grants_client_id_found IS NULL;
DROP TABLE IF EXISTS grants_grants_client_id_found_list1;
DROP TABLE IF EXISTS grants_grants_client_id_found_list2;

-- accrete:step 2 autocommit grants.grants_scope_id_found: add column
ALTER TABLE grants ADD COLUMN grants_scope_id_found bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS grants_grants_scope_id_found_list1 AS
    select p.id, row_number() over (order by p.id) as n from scope p;

CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list1_id ON grants_grants_scope_id_found_list1 (id);
CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list1_n ON grants_grants_scope_id_found_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS grants_grants_scope_id_found_list2 AS
    select o.client_id as k1, o.scope_id as k2, row_number() over (partition by o.client_id order by o.client_id, o.scope_id) as n from grants o;

CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list2_n ON grants_grants_scope_id_found_list2 (n);
CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list2_k1 ON grants_grants_scope_id_found_list2 (k1);
CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list2_k2 ON grants_grants_scope_id_found_list2 (k2);
UPDATE grants SET grants_scope_id_found = (select x.id from grants_grants_scope_id_found_list1 x join grants_grants_scope_id_found_list2 y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id) WHERE grants_scope_id_found IS NULL;
DROP TABLE IF EXISTS grants_grants_scope_id_found_list1;
DROP TABLE IF EXISTS grants_grants_scope_id_found_list2;

-- accrete:step 3 autocommit grants.client_id: change type to bigint
CREATE DOMAIN IF NOT EXISTS grants_client_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'GRANTS' AND column_name = 'CLIENT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'GRANTS_CLIENT_ID_TYPE')
    THEN 'ALTER TABLE grants ALTER COLUMN client_id SET DATA TYPE bigint USING grants_client_id_found'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS grants_client_id_type;

-- accrete:step 4 autocommit grants.scope_id: change type to bigint
CREATE DOMAIN IF NOT EXISTS grants_scope_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'GRANTS' AND column_name = 'SCOPE_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'GRANTS_SCOPE_ID_TYPE')
    THEN 'ALTER TABLE grants ALTER COLUMN scope_id SET DATA TYPE bigint USING grants_scope_id_found'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS grants_scope_id_type;

-- accrete:step 5 autocommit grants: add foreign key grants_client_id_fkey
ALTER TABLE grants ADD CONSTRAINT grants_client_id_fkey FOREIGN KEY (client_id) REFERENCES client (id);

-- accrete:step 6 autocommit grants: add foreign key grants_scope_id_fkey
ALTER TABLE grants ADD CONSTRAINT grants_scope_id_fkey FOREIGN KEY (scope_id) REFERENCES scope (id);

-- accrete:step 7 autocommit grants.grants_client_id_found: drop column
ALTER TABLE grants DROP COLUMN IF EXISTS grants_client_id_found;

-- accrete:step 8 autocommit grants.grants_scope_id_found: drop column
ALTER TABLE grants DROP COLUMN IF EXISTS grants_scope_id_found;
