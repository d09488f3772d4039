-- accrete:migration V0002 case h2
-- accrete:model 1:80db7fcba9321c18e7c45361c211c67b
-- accrete:verdict breaking
--
-- Changes
--   member.club            replace values, using (select p.id from club p where p.id = member.club)   Member.club
--   member_fees.fees_key   change type from varchar(255) to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from club p) x join (select o.member_id as k1, o.fees_key as k2, row_number() over (partition by o.member_id order by o.member_id, o.fees_key) as n from member_fees o) y on y.n = x.n where y.k1 = member_fees.member_id and y.k2 = member_fees.fees_key)   MemberFees.feesKey
--   member                 add foreign key member_club_fkey (club) to club                            Member
--   member_fees            add foreign key member_fees_fees_key_fkey (fees_key) to club               Member.fees
-- Locks
--   member                 EXCLUSIVE, rewrite
--   member_fees            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] member_fees.fees_key: the running version of the application may write values that no longer fit
--   [ACC-H205] member: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H205] member_fees: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   member_fees.fees_key: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit member.club: convert values
CREATE DOMAIN IF NOT EXISTS member_club_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'MEMBER' AND column_name = 'CLUB')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'MEMBER_CLUB_TYPE')
    THEN 'ALTER TABLE member ALTER COLUMN club SET DATA TYPE numeric(19) USING (select p.id from club p where p.id = member.club)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS member_club_type;

-- accrete:step 2 autocommit member.club: alter column
ALTER TABLE member ALTER COLUMN club SET DATA TYPE bigint;

-- accrete:step 3 autocommit member_fees.fees_key: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS member_fees_fees_key_list1 AS
    select p.id, row_number() over (order by p.id) as n from club p;

CREATE INDEX IF NOT EXISTS member_fees_fees_key_list1_id ON member_fees_fees_key_list1 (id);
CREATE INDEX IF NOT EXISTS member_fees_fees_key_list1_n ON member_fees_fees_key_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS member_fees_fees_key_list2 AS
    select o.member_id as k1, o.fees_key as k2, row_number() over (partition by o.member_id order by o.member_id, o.fees_key) as n from member_fees o;

CREATE INDEX IF NOT EXISTS member_fees_fees_key_list2_n ON member_fees_fees_key_list2 (n);
CREATE INDEX IF NOT EXISTS member_fees_fees_key_list2_k1 ON member_fees_fees_key_list2 (k1);
CREATE INDEX IF NOT EXISTS member_fees_fees_key_list2_k2 ON member_fees_fees_key_list2 (k2);
CREATE DOMAIN IF NOT EXISTS member_fees_fees_key_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'MEMBER_FEES' AND column_name = 'FEES_KEY')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'MEMBER_FEES_FEES_KEY_TYPE')
    THEN 'ALTER TABLE member_fees ALTER COLUMN fees_key SET DATA TYPE bigint USING (select x.id from member_fees_fees_key_list1 x join member_fees_fees_key_list2 y on y.n = x.n where y.k1 = member_fees.member_id and y.k2 = member_fees.fees_key)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS member_fees_fees_key_type;
DROP TABLE IF EXISTS member_fees_fees_key_list1;
DROP TABLE IF EXISTS member_fees_fees_key_list2;

-- accrete:step 4 autocommit member: add foreign key member_club_fkey
ALTER TABLE member ADD CONSTRAINT member_club_fkey FOREIGN KEY (club) REFERENCES club (id);

-- accrete:step 5 autocommit member_fees: add foreign key member_fees_fees_key_fkey
ALTER TABLE member_fees ADD CONSTRAINT member_fees_fees_key_fkey FOREIGN KEY (fees_key) REFERENCES club (id);
