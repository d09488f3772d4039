-- accrete:undo V0002 case h2
-- accrete:model 1:7baa9b6a506c4f97fcd6a9000cb825e5
-- accrete:verdict breaking
--
-- Changes
--   note              drop foreign key note_account_id_fkey (account_id) to person   Note
--   note.account_id   change type from bigint to uuid, using coalesce((select x.k from (select o.id as k, row_number() over (order by o.id) as n from account o) x where x.n = note.account_id), (SELECT id FROM account ORDER BY id FETCH FIRST ROW ONLY))   Note.accountId
--   person            drop table                                                     Person
--   note              add foreign key note_account_id_fkey (account_id) to account   Note
-- Locks
--   note              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] note.account_id: the running version of the application may write values that no longer fit
--   [ACC-H202] person: the running version of the application still uses the table
--   [ACC-H301] person: its data is gone for good
--   [ACC-H205] note: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] note: the running version fails when it writes references to rows of account, which it does not know
-- Data that does not come back
--   person: all rows
--   note.account_id: what the conversion of its values left out
-- Rows that stop this
--   note.account_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note: drop foreign key note_account_id_fkey
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_account_id_fkey;

-- accrete:step 2 autocommit note.account_id: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS note_account_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from account o;

CREATE INDEX IF NOT EXISTS note_account_id_list1_k ON note_account_id_list1 (k);
CREATE INDEX IF NOT EXISTS note_account_id_list1_n ON note_account_id_list1 (n);
CREATE DOMAIN IF NOT EXISTS note_account_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'NOTE' AND column_name = 'ACCOUNT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'NOTE_ACCOUNT_ID_TYPE')
    THEN 'ALTER TABLE note ALTER COLUMN account_id SET DATA TYPE uuid USING coalesce((select x.k from note_account_id_list1 x where x.n = note.account_id), (SELECT id FROM account ORDER BY id FETCH FIRST ROW ONLY))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS note_account_id_type;
DROP TABLE IF EXISTS note_account_id_list1;

-- accrete:step 3 autocommit note: add foreign key note_account_id_fkey
ALTER TABLE note ADD CONSTRAINT note_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id);

-- accrete:step 4 autocommit drop person
DROP TABLE IF EXISTS person;
