-- accrete:migration V0002 case h2
-- accrete:model 1:28d0b8f829041545995753983fd2cff8
-- accrete:verdict breaking
--
-- Changes
--   account.id        change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)           Account.id
--   card.account_id   change type from bigint to uuid, using cast(lpad(cast(account_id as varchar), 32, '0') as uuid)   Card.accountId
--   card.account_id   drop not null                                                                                     Card.accountId
-- Locks
--   account           EXCLUSIVE, rewrite
--   card              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] account.id: the running version of the application may write values that no longer fit
--   [ACC-H204] card.account_id: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit card: drop foreign key card_account_id_fkey
ALTER TABLE card DROP CONSTRAINT IF EXISTS card_account_id_fkey;

-- accrete:step 2 autocommit account.id: change type to uuid
CREATE DOMAIN IF NOT EXISTS account_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ACCOUNT' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ACCOUNT_ID_TYPE')
    THEN 'ALTER TABLE account ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast(id as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS account_id_type;

-- accrete:step 3 autocommit card.account_id: change type to uuid
ALTER TABLE card ALTER COLUMN account_id DROP NOT NULL;
CREATE DOMAIN IF NOT EXISTS card_account_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'CARD' AND column_name = 'ACCOUNT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'CARD_ACCOUNT_ID_TYPE')
    THEN 'ALTER TABLE card ALTER COLUMN account_id SET DATA TYPE uuid USING cast(lpad(cast(account_id as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS card_account_id_type;

-- accrete:step 4 autocommit card: add foreign key card_account_id_fkey
ALTER TABLE card ADD CONSTRAINT card_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id);
