-- accrete:migration V0002 case h2
-- accrete:model 1:15b5522812af10d5834a41790256aea4
-- accrete:verdict breaking
--
-- Changes
--   pair             drop foreign key pair_club_id_fkey (club_id) to club                                                Pair
--   pair             drop foreign key pair_other_id_fkey (other_id) to member                                            Pair
--   pair             drop primary key pair_pkey (club_id)                                                                Pair
--   pair.member_id   add column bigint not null, existing rows: (select p.id from member p where p.id = pair.other_id)   Pair.memberId
--   pair.other_id    replace values, using (select p.id from club p where p.id = pair.club_id)                           Pair.otherId
--   pair             add primary key pair_pkey (member_id)                                                               Pair
--   pair             add foreign key pair_member_id_fkey (member_id) to member                                           Pair
--   pair             add foreign key pair_other_id_fkey (other_id) to club                                               Pair
--   pair.club_id     drop column                                                                                         Pair
-- Locks
--   pair             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] pair.member_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] pair: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] pair: the running version fails when it writes references, which are to rows of member, not of club
--   [ACC-H202] pair.club_id: the running version of the application still reads and writes the column
--   [ACC-H301] pair.club_id: its data is gone for good
-- Rows that stop this
--   pair.member_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit pair: drop foreign key pair_club_id_fkey
ALTER TABLE pair DROP CONSTRAINT IF EXISTS pair_club_id_fkey;

-- accrete:step 2 autocommit pair: drop foreign key pair_other_id_fkey
ALTER TABLE pair DROP CONSTRAINT IF EXISTS pair_other_id_fkey;

-- accrete:step 3 autocommit pair: drop primary key pair_pkey
ALTER TABLE pair DROP CONSTRAINT IF EXISTS pair_pkey;

-- accrete:step 4 autocommit pair.member_id: add column
ALTER TABLE pair ADD COLUMN member_id bigint;
UPDATE pair SET member_id = (select p.id from member p where p.id = pair.other_id) WHERE member_id IS NULL;
ALTER TABLE pair ALTER COLUMN member_id SET NOT NULL;

-- accrete:step 5 autocommit pair.other_id: convert values
CREATE DOMAIN IF NOT EXISTS pair_other_id_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAIR' AND column_name = 'OTHER_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAIR_OTHER_ID_TYPE')
    THEN 'ALTER TABLE pair ALTER COLUMN other_id SET DATA TYPE numeric(19) USING (select p.id from club p where p.id = pair.club_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS pair_other_id_type;

-- accrete:step 6 autocommit pair.other_id: alter column
ALTER TABLE pair ALTER COLUMN other_id SET DATA TYPE bigint;

-- accrete:step 7 autocommit pair: add primary key
ALTER TABLE pair ADD CONSTRAINT pair_pkey PRIMARY KEY (member_id);

-- accrete:step 8 autocommit pair: add foreign key pair_member_id_fkey
ALTER TABLE pair ADD CONSTRAINT pair_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id);

-- accrete:step 9 autocommit pair: add foreign key pair_other_id_fkey
ALTER TABLE pair ADD CONSTRAINT pair_other_id_fkey FOREIGN KEY (other_id) REFERENCES club (id);

-- accrete:step 10 autocommit pair.club_id: drop column
ALTER TABLE pair DROP COLUMN IF EXISTS club_id;
