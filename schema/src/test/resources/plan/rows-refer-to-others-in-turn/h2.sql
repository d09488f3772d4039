-- accrete:migration V0002 case h2
-- accrete:model 1:a3a401524f9509213c22225d7741256e
-- accrete:verdict breaking
--
-- Changes
--   guest.town_id    set not null, existing rows: case when row_number() over () <= (select count(*) from town p where not exists (select 1 from guest c where c.town_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from guest c where c.town_id = p.id))[row_number() over ()] end   Guest.townId
--   member.club_id   set not null, existing rows: case when town_id is null then (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (partition by town_id order by id) - 1, nullif((select count(*) from club), 0))] when row_number() over (partition by town_id order by id) <= (select count(*) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id)) then (select array_agg(p.id order by p.id) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id))[row_number() over (partition by town_id order by id)] end   Member.clubId
--   member.town_id   set not null, existing rows: case when row_number() over (partition by club_id order by id) <= (select count(*) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id))[row_number() over (partition by club_id order by id)] end   Member.townId
--   guest            add primary key guest_pkey (town_id)   Guest
-- Locks
--   guest            EXCLUSIVE, scan
--   member           EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] guest.town_id: writes of the running version that leave the column empty fail
--   [ACC-H501] guest.town_id: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H203] member.club_id: writes of the running version that leave the column empty fail
--   [ACC-H203] member.town_id: writes of the running version that leave the column empty fail
-- Rows that stop this
--   guest.town_id: no value, where none is found for them
--     SELECT * FROM (SELECT guest.*, case when row_number() over () <= (select count(*) from town p where not exists (select 1 from guest c where c.town_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from guest c where c.town_id = p.id))[row_number() over ()] end AS found FROM guest WHERE town_id IS NULL) r WHERE found IS NULL;
--   member.club_id: no value, where none is found for them
--     SELECT * FROM (SELECT member.*, case when town_id is null then (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (partition by town_id order by id) - 1, nullif((select count(*) from club), 0))] when row_number() over (partition by town_id order by id) <= (select count(*) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id)) then (select array_agg(p.id order by p.id) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id))[row_number() over (partition by town_id order by id)] end AS found FROM member WHERE club_id IS NULL) r WHERE found IS NULL;
--   member.town_id: no value, where none is found for them
--     SELECT * FROM (SELECT member.*, case when row_number() over (partition by club_id order by id) <= (select count(*) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id))[row_number() over (partition by club_id order by id)] end AS found FROM member WHERE town_id IS NULL) r WHERE found IS NULL;
--   guest: the same values in town_id
--     SELECT town_id, count(*) FROM guest WHERE town_id IS NOT NULL GROUP BY town_id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit guest.town_id: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS guest_town_id_values AS
    SELECT _ROWID_ AS key_1, case when row_number() over () <= (select count(*) from town p where not exists (select 1 from guest c where c.town_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from guest c where c.town_id = p.id))[row_number() over ()] end AS found
    FROM guest
    WHERE town_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS guest_town_id_place ON guest_town_id_values (key_1);
UPDATE guest SET town_id = (SELECT v.found FROM guest_town_id_values v WHERE v.key_1 = guest._ROWID_) WHERE town_id IS NULL;
DROP TABLE IF EXISTS guest_town_id_values;
ALTER TABLE guest ALTER COLUMN town_id SET NOT NULL;

-- accrete:step 2 autocommit member.club_id: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS member_club_id_values AS
    SELECT id AS key_1, case when town_id is null then (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (partition by town_id order by id) - 1, nullif((select count(*) from club), 0))] when row_number() over (partition by town_id order by id) <= (select count(*) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id)) then (select array_agg(p.id order by p.id) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id))[row_number() over (partition by town_id order by id)] end AS found
    FROM member
    WHERE club_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS member_club_id_place ON member_club_id_values (key_1);
UPDATE member SET club_id = (SELECT v.found FROM member_club_id_values v WHERE v.key_1 = member.id) WHERE club_id IS NULL;
DROP TABLE IF EXISTS member_club_id_values;
ALTER TABLE member ALTER COLUMN club_id SET NOT NULL;

-- accrete:step 3 autocommit member.town_id: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS member_town_id_values AS
    SELECT id AS key_1, case when row_number() over (partition by club_id order by id) <= (select count(*) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id))[row_number() over (partition by club_id order by id)] end AS found
    FROM member
    WHERE town_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS member_town_id_place ON member_town_id_values (key_1);
UPDATE member SET town_id = (SELECT v.found FROM member_town_id_values v WHERE v.key_1 = member.id) WHERE town_id IS NULL;
DROP TABLE IF EXISTS member_town_id_values;
ALTER TABLE member ALTER COLUMN town_id SET NOT NULL;

-- accrete:step 4 autocommit guest: add primary key
ALTER TABLE guest ADD CONSTRAINT guest_pkey PRIMARY KEY (town_id);
