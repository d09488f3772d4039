-- accrete:migration V0002 case h2
-- accrete:model 1:e4581aa2ebf6bd494538eec9bd7f1c66
-- accrete:verdict breaking
--
-- Changes
--   member_club   drop foreign key member_club_club_id_fkey (club_id) to club
--   member_club   drop foreign key member_club_member_id_fkey (member_id) to member
--   club.seats    add column integer not null, existing rows: 12                      Club.seats
--   club.id       change type from varchar(255) to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from club o) x where x.k = club.id)   Club.id
--   member_club   keep unmapped table
-- Locks
--   club          EXCLUSIVE, rewrite
--   member_club   EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] club.seats: inserts of the running version leave the new column out and fail
--   [ACC-H204] club.id: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit member_club: drop foreign key member_club_club_id_fkey
ALTER TABLE member_club DROP CONSTRAINT IF EXISTS member_club_club_id_fkey;

-- accrete:step 2 autocommit member_club: drop foreign key member_club_member_id_fkey
ALTER TABLE member_club DROP CONSTRAINT IF EXISTS member_club_member_id_fkey;

-- accrete:step 3 autocommit club.id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS club_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from club o;

CREATE INDEX IF NOT EXISTS club_id_list1_n ON club_id_list1 (n);
CREATE INDEX IF NOT EXISTS club_id_list1_k ON club_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS club_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'CLUB' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'CLUB_ID_TYPE')
    THEN 'ALTER TABLE club ALTER COLUMN id SET DATA TYPE bigint USING (select x.n from club_id_list1 x where x.k = club.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS club_id_type;
DROP TABLE IF EXISTS club_id_list1;

-- accrete:step 4 autocommit club.seats: add column
ALTER TABLE club ADD COLUMN seats integer;
UPDATE club SET seats = 12 WHERE seats IS NULL;
ALTER TABLE club ALTER COLUMN seats SET NOT NULL;
