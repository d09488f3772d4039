-- accrete:migration V0002 case h2
-- accrete:model 1:ce7779277edcbcad20559d260e7ae75b
-- accrete:verdict breaking
--
-- Changes
--   member.club_id   add column bigint not null, existing rows: (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (order by id) - 1, nullif((select count(*) from club), 0))]   Member.clubId
--   member.town_id   add column bigint not null, existing rows: case when row_number() over (partition by club_id order by id) <= (select count(*) from town p) then (select array_agg(p.id order by p.id) from town p)[row_number() over (partition by club_id order by id)] end   Member.townId
--   member           add unique constraint member_club_id_town_id_key (club_id, town_id)   Member
--   member           add foreign key member_club_id_fkey (club_id) to club                 Member
--   member           add foreign key member_town_id_fkey (town_id) to town                 Member
-- Locks
--   member           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] member.club_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] member.town_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] member: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   member.club_id: no value, where none is found for them
--     SELECT * FROM (SELECT member.*, (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (order by id) - 1, nullif((select count(*) from club), 0))] AS found FROM member) r WHERE found IS NULL;
--   member.town_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit member.club_id: add column
ALTER TABLE member ADD COLUMN club_id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS member_club_id_values AS
    SELECT id AS key_1, (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (order by id) - 1, nullif((select count(*) from club), 0))] AS found
    FROM member;

CREATE UNIQUE INDEX IF NOT EXISTS member_club_id_place ON member_club_id_values (key_1);
UPDATE member SET club_id = (SELECT v.found FROM member_club_id_values v WHERE v.key_1 = member.id) WHERE club_id IS NULL;
DROP TABLE IF EXISTS member_club_id_values;
ALTER TABLE member ALTER COLUMN club_id SET NOT NULL;

-- accrete:step 2 autocommit member.town_id: add column
ALTER TABLE member ADD COLUMN town_id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS member_town_id_values AS
    SELECT id AS key_1, case when row_number() over (partition by club_id order by id) <= (select count(*) from town p) then (select array_agg(p.id order by p.id) from town p)[row_number() over (partition by club_id order by id)] end AS found
    FROM member;

CREATE UNIQUE INDEX IF NOT EXISTS member_town_id_place ON member_town_id_values (key_1);
UPDATE member SET town_id = (SELECT v.found FROM member_town_id_values v WHERE v.key_1 = member.id) WHERE town_id IS NULL;
DROP TABLE IF EXISTS member_town_id_values;
ALTER TABLE member ALTER COLUMN town_id SET NOT NULL;

-- accrete:step 3 autocommit member: add unique key member_club_id_town_id_key
ALTER TABLE member ADD CONSTRAINT member_club_id_town_id_key UNIQUE (club_id, town_id);

-- accrete:step 4 autocommit member: add foreign key member_club_id_fkey
ALTER TABLE member ADD CONSTRAINT member_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id);

-- accrete:step 5 autocommit member: add foreign key member_town_id_fkey
ALTER TABLE member ADD CONSTRAINT member_town_id_fkey FOREIGN KEY (town_id) REFERENCES town (id);
