-- accrete:undo V0002 case postgresql
-- accrete:model 1:7baa9b6a506c4f97fcd6a9000cb825e5
-- accrete:verdict breaking
--
-- Changes
--   note              drop foreign key note_account_id_fkey (account_id) to person   Note
--   note.account_id   change type from bigint to uuid, using coalesce((select x.k from (select o.id as k, row_number() over (order by o.id) as n from account o) x where x.n = note.account_id), (SELECT id FROM account ORDER BY id FETCH FIRST ROW ONLY))   Note.accountId
--   person            drop table                                                     Person
--   note              add foreign key note_account_id_fkey (account_id) to account   Note
-- Locks
--   account           SHARE ROW EXCLUSIVE, instant
--   note              ACCESS EXCLUSIVE, rewrite
--   person            ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] note.account_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] note.account_id: the running version of the application may write values that no longer fit
--   [ACC-H210] note.account_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] person: the running version of the application still uses the table
--   [ACC-H301] person: its data is gone for good
--   [ACC-H205] note: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] note: the running version fails when it writes references to rows of account, which it does not know
--   [ACC-H401] note: no index starts with [account_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   person: all rows
--   note.account_id: what the conversion of its values left out
-- Rows that stop this
--   note.account_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=note,person note: drop foreign key note_account_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note DROP CONSTRAINT note_account_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=note note.account_id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD COLUMN note_account_id_next uuid;

CREATE FUNCTION note_account_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.account_id IS NOT DISTINCT FROM OLD.account_id THEN
        RETURN NEW;
    END IF;
    NEW.note_account_id_next := (SELECT coalesce((select x.k from (select o.id as k, row_number() over (order by o.id) as n from account o) x where x.n = note.account_id), (SELECT id FROM account ORDER BY id FETCH FIRST ROW ONLY)) FROM (SELECT NEW.*) AS note);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER note_account_id_sync BEFORE INSERT OR UPDATE ON note FOR EACH ROW EXECUTE FUNCTION note_account_id_sync();
COMMIT;

-- accrete:step 3 autocommit note.account_id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.note_note_account_id_next_list1;

CREATE TEMPORARY TABLE note_note_account_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from account o;

CREATE INDEX IF NOT EXISTS note_note_account_id_next_list1_k ON pg_temp.note_note_account_id_next_list1 (k);
CREATE INDEX IF NOT EXISTS note_note_account_id_next_list1_n ON pg_temp.note_note_account_id_next_list1 (n);
UPDATE note SET note_account_id_next = coalesce((select x.k from pg_temp.note_note_account_id_next_list1 x where x.n = note.account_id), (SELECT id FROM account ORDER BY id FETCH FIRST ROW ONLY)) WHERE note_account_id_next IS NULL AND account_id IS NOT NULL;
DROP TABLE IF EXISTS pg_temp.note_note_account_id_next_list1;
RESET statement_timeout;

-- accrete:step 4 transaction locks=note note.account_id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER note_account_id_sync ON note;
DROP FUNCTION note_account_id_sync();
ALTER TABLE note ALTER COLUMN account_id TYPE uuid USING note_account_id_next;
ALTER TABLE note DROP COLUMN note_account_id_next;
COMMIT;

-- accrete:step 5 transaction locks=account,note note: add foreign key note_account_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction note: validate note_account_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_account_id_fkey;
COMMIT;

-- accrete:step 7 transaction locks=person drop person
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE person;
COMMIT;
