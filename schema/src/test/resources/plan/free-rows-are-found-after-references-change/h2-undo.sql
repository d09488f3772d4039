-- accrete:undo V0002 case h2
-- accrete:model 1:2be626eca2d530cf0dfd75cfc460eef4
-- accrete:verdict breaking
--
-- Changes
--   card.account_id   set not null, existing rows: case when row_number() over (order by id) <= (select count(*) from account p where not exists (select 1 from card c where c.account_id = p.id)) then (select array_agg(p.id order by p.id) from account p where not exists (select 1 from card c where c.account_id = p.id))[row_number() over (order by id)] end   Card.accountId
--   card.account_id   change type from uuid to bigint, using CAST(replace(CAST(account_id AS varchar), '-', '') AS bigint)   Card.accountId
--   account.id        change type from uuid to bigint, using CAST(replace(CAST(id AS varchar), '-', '') AS bigint)           Account.id
-- Locks
--   account           EXCLUSIVE, rewrite
--   card              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] card.account_id: writes of the running version that leave the column empty fail
--   [ACC-H204] card.account_id: the running version of the application may write values that no longer fit
--   [ACC-H204] account.id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   account.id: what the conversion of its values left out
--   card.account_id: what the conversion of its values left out
--   card.account_id: rows without a value get case when row_number() over (order by id) <= (select count(*) from account p where not exists (select 1 from card c where c.account_id = p.id)) then (select array_agg(p.id order by p.id) from account p where not exists (select 1 from card c where c.account_id = p.id))[row_number() over (order by id)] end
-- Rows that stop this
--   card.account_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit card: drop foreign key card_account_id_fkey
ALTER TABLE card DROP CONSTRAINT IF EXISTS card_account_id_fkey;

-- accrete:step 2 autocommit account.id: change type to bigint
CREATE DOMAIN IF NOT EXISTS account_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'ACCOUNT' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'ACCOUNT_ID_TYPE')
    THEN 'ALTER TABLE account ALTER COLUMN id SET DATA TYPE bigint USING CAST(replace(CAST(id AS varchar), ''-'', '''') AS bigint)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS account_id_type;

-- accrete:step 3 autocommit card.account_id: change type to bigint
CREATE DOMAIN IF NOT EXISTS card_account_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'CARD' AND column_name = 'ACCOUNT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'CARD_ACCOUNT_ID_TYPE')
    THEN 'ALTER TABLE card ALTER COLUMN account_id SET DATA TYPE bigint USING CAST(replace(CAST(account_id AS varchar), ''-'', '''') AS bigint)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS card_account_id_type;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS card_account_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from account p where not exists (select 1 from card c where c.account_id = p.id)) then (select array_agg(p.id order by p.id) from account p where not exists (select 1 from card c where c.account_id = p.id))[row_number() over (order by id)] end AS found
    FROM card
    WHERE account_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS card_account_id_place ON card_account_id_values (key_1);
UPDATE card SET account_id = (SELECT v.found FROM card_account_id_values v WHERE v.key_1 = card.id) WHERE account_id IS NULL;
DROP TABLE IF EXISTS card_account_id_values;
ALTER TABLE card ALTER COLUMN account_id SET NOT NULL;

-- accrete:step 4 autocommit card: add foreign key card_account_id_fkey
ALTER TABLE card ADD CONSTRAINT card_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id);
