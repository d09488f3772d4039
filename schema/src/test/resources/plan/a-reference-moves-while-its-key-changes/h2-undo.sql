-- accrete:undo V0002 case h2
-- accrete:model 1:3c935e8cac5ff1785e52e1063e1088de
-- accrete:verdict breaking
--
-- Changes
--   visit.token_id    add column uuid, existing rows: cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from token o) x where x.k = visit.of_token) as varchar), 32, '0') as uuid)   Visit
--   card.account_id   add column bigint not null, existing rows: CAST(replace(CAST(of_account AS varchar), '-', '') AS bigint)   Card
--   visit             drop foreign key visit_of_token_fkey (of_token) to token                                       Visit
--   card              drop foreign key card_of_account_fkey (of_account) to account                                  Card
--   token.id          change type from bigint to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from token o) x where x.k = token.id) as varchar), 32, '0') as uuid)   Token.id
--   account.id        change type from uuid to bigint, using CAST(replace(CAST(id AS varchar), '-', '') AS bigint)   Account.id
--   visit.of_token    drop column                                                                                    Visit.ofToken
--   card.of_account   drop column                                                                                    Card.ofAccount
--   visit             add foreign key visit_token_id_fkey (token_id) to token                                        Visit
--   card              add foreign key card_account_id_fkey (account_id) to account                                   Card
-- Locks
--   account           EXCLUSIVE, rewrite
--   card              EXCLUSIVE, rewrite
--   token             EXCLUSIVE, rewrite
--   visit             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] card.account_id: inserts of the running version leave the new column out and fail
--   [ACC-H204] token.id: the running version of the application may write values that no longer fit
--   [ACC-H204] account.id: the running version of the application may write values that no longer fit
--   [ACC-H202] visit.of_token: the running version of the application still reads and writes the column
--   [ACC-H301] visit.of_token: its data is gone for good
--   [ACC-H202] card.of_account: the running version of the application still reads and writes the column
--   [ACC-H301] card.of_account: its data is gone for good
-- Data that does not come back
--   card.of_account: all values
--   visit.of_token: all values
--   account.id: what the conversion of its values left out
--   token.id: what the conversion of its values left out
--   card.account_id: the values that were dropped
--   visit.token_id: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit card: drop foreign key card_of_account_fkey
ALTER TABLE card DROP CONSTRAINT IF EXISTS card_of_account_fkey;

-- accrete:step 2 autocommit visit: drop foreign key visit_of_token_fkey
ALTER TABLE visit DROP CONSTRAINT IF EXISTS visit_of_token_fkey;

-- accrete:step 3 autocommit account.id: change type to bigint
CREATE DOMAIN IF NOT EXISTS account_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ACCOUNT' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ACCOUNT_ID_TYPE')
    THEN 'ALTER TABLE account ALTER COLUMN id SET DATA TYPE bigint USING CAST(replace(CAST(id AS varchar), ''-'', '''') AS bigint)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS account_id_type;

-- accrete:step 4 autocommit card.account_id: add column
ALTER TABLE card ADD COLUMN account_id bigint;
UPDATE card SET account_id = CAST(replace(CAST(of_account AS varchar), '-', '') AS bigint) WHERE account_id IS NULL;
ALTER TABLE card ALTER COLUMN account_id SET NOT NULL;

-- accrete:step 5 autocommit visit.token_id: add column
ALTER TABLE visit ADD COLUMN token_id uuid;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS visit_token_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from token o;

CREATE INDEX IF NOT EXISTS visit_token_id_list1_n ON visit_token_id_list1 (n);
CREATE INDEX IF NOT EXISTS visit_token_id_list1_k ON visit_token_id_list1 (k);
UPDATE visit SET token_id = cast(lpad(cast((select x.n from visit_token_id_list1 x where x.k = visit.of_token) as varchar), 32, '0') as uuid) WHERE token_id IS NULL;
DROP TABLE IF EXISTS visit_token_id_list1;

-- accrete:step 6 autocommit token.id: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS token_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from token o;

CREATE INDEX IF NOT EXISTS token_id_list1_n ON token_id_list1 (n);
CREATE INDEX IF NOT EXISTS token_id_list1_k ON token_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS token_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TOKEN' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TOKEN_ID_TYPE')
    THEN 'ALTER TABLE token ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast((select x.n from token_id_list1 x where x.k = token.id) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS token_id_type;
DROP TABLE IF EXISTS token_id_list1;

-- accrete:step 7 autocommit card: add foreign key card_account_id_fkey
ALTER TABLE card ADD CONSTRAINT card_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id);

-- accrete:step 8 autocommit visit: add foreign key visit_token_id_fkey
ALTER TABLE visit ADD CONSTRAINT visit_token_id_fkey FOREIGN KEY (token_id) REFERENCES token (id);

-- accrete:step 9 autocommit card.of_account: drop column
ALTER TABLE card DROP COLUMN IF EXISTS of_account;

-- accrete:step 10 autocommit visit.of_token: drop column
ALTER TABLE visit DROP COLUMN IF EXISTS of_token;
