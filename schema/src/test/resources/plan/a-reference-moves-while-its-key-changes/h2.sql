-- accrete:migration V0002 case h2
-- accrete:model 1:7f6305ce9d04cecbeba19111592396ee
-- accrete:verdict breaking
--
-- Changes
--   card              drop foreign key card_account_id_fkey (account_id) to account                                       Card
--   visit             drop foreign key visit_token_id_fkey (token_id) to token                                            Visit
--   card.of_account   add column uuid not null, existing rows: cast(lpad(cast(account_id as varchar), 32, '0') as uuid)   Card.ofAccount
--   visit.of_token    add column bigint, existing rows: (select x.n from (select o.id as k, row_number() over (order by o.id) as n from token o) x where x.k = visit.token_id)   Visit.ofToken
--   account.id        change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)             Account.id
--   token.id          change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from token o) x where x.k = token.id)   Token.id
--   card              add foreign key card_of_account_fkey (of_account) to account                                        Card
--   visit             add foreign key visit_of_token_fkey (of_token) to token                                             Visit
--   card.account_id   drop column                                                                                         Card
--   visit.token_id    drop column                                                                                         Visit
-- Locks
--   account           EXCLUSIVE, rewrite
--   card              EXCLUSIVE, rewrite
--   token             EXCLUSIVE, rewrite
--   visit             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] card.of_account: inserts of the running version leave the new column out and fail
--   [ACC-H204] account.id: the running version of the application may write values that no longer fit
--   [ACC-H204] token.id: the running version of the application may write values that no longer fit
--   [ACC-H202] card.account_id: the running version of the application still reads and writes the column
--   [ACC-H301] card.account_id: its data is gone for good
--   [ACC-H202] visit.token_id: the running version of the application still reads and writes the column
--   [ACC-H301] visit.token_id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit card: drop foreign key card_account_id_fkey
ALTER TABLE card DROP CONSTRAINT IF EXISTS card_account_id_fkey;

-- accrete:step 2 autocommit visit: drop foreign key visit_token_id_fkey
ALTER TABLE visit DROP CONSTRAINT IF EXISTS visit_token_id_fkey;

-- accrete:step 3 autocommit account.id: change type to uuid
CREATE DOMAIN IF NOT EXISTS account_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ACCOUNT' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ACCOUNT_ID_TYPE')
    THEN 'ALTER TABLE account ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast(id as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS account_id_type;

-- accrete:step 4 autocommit card.of_account: add column
ALTER TABLE card ADD COLUMN of_account uuid;
UPDATE card SET of_account = cast(lpad(cast(account_id as varchar), 32, '0') as uuid) WHERE of_account IS NULL;
ALTER TABLE card ALTER COLUMN of_account SET NOT NULL;

-- accrete:step 5 autocommit visit.of_token: add column
ALTER TABLE visit ADD COLUMN of_token bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS visit_of_token_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from token o;

CREATE INDEX IF NOT EXISTS visit_of_token_list1_n ON visit_of_token_list1 (n);
CREATE INDEX IF NOT EXISTS visit_of_token_list1_k ON visit_of_token_list1 (k);
UPDATE visit SET of_token = (select x.n from visit_of_token_list1 x where x.k = visit.token_id) WHERE of_token IS NULL;
DROP TABLE IF EXISTS visit_of_token_list1;

-- accrete:step 6 autocommit token.id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS token_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from token o;

CREATE INDEX IF NOT EXISTS token_id_list1_n ON token_id_list1 (n);
CREATE INDEX IF NOT EXISTS token_id_list1_k ON token_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS token_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TOKEN' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TOKEN_ID_TYPE')
    THEN 'ALTER TABLE token ALTER COLUMN id SET DATA TYPE bigint USING (select x.n from token_id_list1 x where x.k = token.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS token_id_type;
DROP TABLE IF EXISTS token_id_list1;

-- accrete:step 7 autocommit card: add foreign key card_of_account_fkey
ALTER TABLE card ADD CONSTRAINT card_of_account_fkey FOREIGN KEY (of_account) REFERENCES account (id);

-- accrete:step 8 autocommit visit: add foreign key visit_of_token_fkey
ALTER TABLE visit ADD CONSTRAINT visit_of_token_fkey FOREIGN KEY (of_token) REFERENCES token (id);

-- accrete:step 9 autocommit card.account_id: drop column
ALTER TABLE card DROP COLUMN IF EXISTS account_id;

-- accrete:step 10 autocommit visit.token_id: drop column
ALTER TABLE visit DROP COLUMN IF EXISTS token_id;
