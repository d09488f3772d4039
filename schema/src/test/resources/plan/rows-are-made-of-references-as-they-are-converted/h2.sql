-- accrete:migration V0002 case h2
-- accrete:model 1:d433ae71639697b26c9099e362620008
-- accrete:verdict breaking
--
-- Changes
--   note              drop foreign key note_account_id_fkey (account_id) to account   Note
--   person            create table                                                    Person
--   person            fill with (id, name) select distinct (select x.n from (select o.id as k, row_number() over (order by o.id) as n from account o) x where x.k = note.account_id), '' from note where account_id is not null   Person
--   note.account_id   change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from account o) x where x.k = note.account_id)   Note.accountId
--   note              add foreign key note_account_id_fkey (account_id) to person     Note
--   account           keep unmapped table
-- Locks
--   note              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] person: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H204] note.account_id: the running version of the application may write values that no longer fit
--   [ACC-H205] note: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] note: the running version fails when it writes references to rows of person, which it does not know
-- Rows that stop this
--   person: rows that it takes over without a value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit note: drop foreign key note_account_id_fkey
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_account_id_fkey;

-- accrete:step 2 autocommit create person
CREATE TABLE person (
    id bigint NOT NULL,
    name varchar(20) NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (id)
);

-- accrete:step 3 transaction person: take over rows
BEGIN;
INSERT INTO person (id, name) select distinct (select x.n from (select o.id as k, row_number() over (order by o.id) as n from account o) x where x.k = note.account_id), '' from note where account_id is not null;
COMMIT;

-- accrete:step 4 autocommit note.account_id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS note_account_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from account o;

CREATE INDEX IF NOT EXISTS note_account_id_list1_n ON note_account_id_list1 (n);
CREATE INDEX IF NOT EXISTS note_account_id_list1_k ON note_account_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS note_account_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'NOTE' AND column_name = 'ACCOUNT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'NOTE_ACCOUNT_ID_TYPE')
    THEN 'ALTER TABLE note ALTER COLUMN account_id SET DATA TYPE bigint USING (select x.n from note_account_id_list1 x where x.k = note.account_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS note_account_id_type;
DROP TABLE IF EXISTS note_account_id_list1;

-- accrete:step 5 autocommit note: add foreign key note_account_id_fkey
ALTER TABLE note ADD CONSTRAINT note_account_id_fkey FOREIGN KEY (account_id) REFERENCES person (id);
