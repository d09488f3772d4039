-- accrete:undo V0002 case h2
-- accrete:model 1:533ac8ff92e1a1bb987e4d2c1408421c
-- accrete:verdict breaking
--
-- Changes
--   pair.club_id     add column bigint not null, existing rows: coalesce((select p.id from club p where p.id = pair.other_id), case when row_number() over (order by member_id) <= (select count(*) from club p) then (select array_agg(p.id order by p.id) from club p)[row_number() over (order by member_id)] end)   Pair
--   pair             drop foreign key pair_other_id_fkey (other_id) to club       Pair
--   pair             drop foreign key pair_member_id_fkey (member_id) to member   Pair
--   pair             drop primary key pair_pkey (member_id)                       Pair
--   pair.other_id    replace values, using coalesce((select p.id from member p where p.id = pair.member_id), (SELECT min(id) FROM member))   Pair.otherId
--   pair.member_id   drop column                                                  Pair.memberId
--   pair             add primary key pair_pkey (club_id)                          Pair
--   pair             add foreign key pair_other_id_fkey (other_id) to member      Pair
--   pair             add foreign key pair_club_id_fkey (club_id) to club          Pair
-- Locks
--   pair             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] pair.club_id: inserts of the running version leave the new column out and fail
--   [ACC-H202] pair.member_id: the running version of the application still reads and writes the column
--   [ACC-H301] pair.member_id: its data is gone for good
--   [ACC-H205] pair: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] pair: the running version fails when it writes references, which are to rows of club, not of member
-- Data that does not come back
--   pair.member_id: all values
--   pair.other_id: what the conversion of its values left out
--   pair.club_id: the values that were dropped
-- Rows that stop this
--   pair.club_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit pair: drop foreign key pair_member_id_fkey
ALTER TABLE pair DROP CONSTRAINT IF EXISTS pair_member_id_fkey;

-- accrete:step 2 autocommit pair: drop foreign key pair_other_id_fkey
ALTER TABLE pair DROP CONSTRAINT IF EXISTS pair_other_id_fkey;

-- accrete:step 3 autocommit pair: drop primary key pair_pkey
ALTER TABLE pair DROP CONSTRAINT IF EXISTS pair_pkey;

-- accrete:step 4 autocommit pair.club_id: add column
ALTER TABLE pair ADD COLUMN club_id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS pair_club_id_values AS
    SELECT member_id AS key_1, coalesce((select p.id from club p where p.id = pair.other_id), case when row_number() over (order by member_id) <= (select count(*) from club p) then (select array_agg(p.id order by p.id) from club p)[row_number() over (order by member_id)] end) AS found
    FROM pair;

CREATE UNIQUE INDEX IF NOT EXISTS pair_club_id_place ON pair_club_id_values (key_1);
UPDATE pair SET club_id = (SELECT v.found FROM pair_club_id_values v WHERE v.key_1 = pair.member_id) WHERE club_id IS NULL;
DROP TABLE IF EXISTS pair_club_id_values;
ALTER TABLE pair ALTER COLUMN club_id SET NOT NULL;

-- accrete:step 5 autocommit pair.other_id: convert values
CREATE DOMAIN IF NOT EXISTS pair_other_id_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAIR' AND column_name = 'OTHER_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAIR_OTHER_ID_TYPE')
    THEN 'ALTER TABLE pair ALTER COLUMN other_id SET DATA TYPE numeric(19) USING coalesce((select p.id from member p where p.id = pair.member_id), (SELECT min(id) FROM member))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS pair_other_id_type;

-- accrete:step 6 autocommit pair.other_id: alter column
ALTER TABLE pair ALTER COLUMN other_id SET DATA TYPE bigint;

-- accrete:step 7 autocommit pair: add primary key
ALTER TABLE pair ADD CONSTRAINT pair_pkey PRIMARY KEY (club_id);

-- accrete:step 8 autocommit pair: add foreign key pair_club_id_fkey
ALTER TABLE pair ADD CONSTRAINT pair_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id);

-- accrete:step 9 autocommit pair: add foreign key pair_other_id_fkey
ALTER TABLE pair ADD CONSTRAINT pair_other_id_fkey FOREIGN KEY (other_id) REFERENCES member (id);

-- accrete:step 10 autocommit pair.member_id: drop column
ALTER TABLE pair DROP COLUMN IF EXISTS member_id;
