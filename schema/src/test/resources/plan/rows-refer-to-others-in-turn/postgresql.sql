-- accrete:migration V0002 case postgresql
-- accrete:model 1:a3a401524f9509213c22225d7741256e
-- accrete:verdict breaking
--
-- Changes
--   guest.town_id    set not null, existing rows: case when row_number() over () <= (select count(*) from town p where not exists (select 1 from guest c where c.town_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from guest c where c.town_id = p.id))[row_number() over ()] end   Guest.townId
--   member.club_id   set not null, existing rows: case when town_id is null then (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (partition by town_id order by id) - 1, nullif((select count(*) from club), 0))] when row_number() over (partition by town_id order by id) <= (select count(*) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id)) then (select array_agg(p.id order by p.id) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id))[row_number() over (partition by town_id order by id)] end   Member.clubId
--   member.town_id   set not null, existing rows: case when row_number() over (partition by club_id order by id) <= (select count(*) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id))[row_number() over (partition by club_id order by id)] end   Member.townId
--   guest            add primary key guest_pkey (town_id)   Guest
-- Locks
--   guest            ACCESS EXCLUSIVE, instant
--   guest            SHARE UPDATE EXCLUSIVE, scan
--   member           ACCESS EXCLUSIVE, instant
--   member           SHARE UPDATE EXCLUSIVE, scan
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

-- accrete:step 1 autocommit guest.town_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.guest_town_id_values;

CREATE TEMPORARY TABLE guest_town_id_values AS
    SELECT ctid AS key_1, case when row_number() over () <= (select count(*) from town p where not exists (select 1 from guest c where c.town_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from guest c where c.town_id = p.id))[row_number() over ()] end AS found
    FROM guest
    WHERE town_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS guest_town_id_place ON pg_temp.guest_town_id_values (key_1);
UPDATE guest SET town_id = (SELECT v.found FROM pg_temp.guest_town_id_values v WHERE v.key_1 = guest.ctid) WHERE town_id IS NULL;
DROP TABLE IF EXISTS pg_temp.guest_town_id_values;
RESET statement_timeout;

-- accrete:step 2 transaction locks=guest guest.town_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE guest IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE guest ADD CONSTRAINT guest_town_id_present CHECK (town_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit guest.town_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.guest_town_id_values;

CREATE TEMPORARY TABLE guest_town_id_values AS
    SELECT ctid AS key_1, case when row_number() over () <= (select count(*) from town p where not exists (select 1 from guest c where c.town_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from guest c where c.town_id = p.id))[row_number() over ()] end AS found
    FROM guest
    WHERE town_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS guest_town_id_place ON pg_temp.guest_town_id_values (key_1);
UPDATE guest SET town_id = (SELECT v.found FROM pg_temp.guest_town_id_values v WHERE v.key_1 = guest.ctid) WHERE town_id IS NULL;
DROP TABLE IF EXISTS pg_temp.guest_town_id_values;
RESET statement_timeout;

-- accrete:step 4 transaction guest: validate guest_town_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE guest VALIDATE CONSTRAINT guest_town_id_present;
COMMIT;

-- accrete:step 5 transaction locks=guest guest.town_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE guest IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE guest ALTER COLUMN town_id SET NOT NULL;
ALTER TABLE guest DROP CONSTRAINT guest_town_id_present;
COMMIT;

-- accrete:step 6 autocommit member.club_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_club_id_values;

CREATE TEMPORARY TABLE member_club_id_values AS
    SELECT id AS key_1, case when town_id is null then (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (partition by town_id order by id) - 1, nullif((select count(*) from club), 0))] when row_number() over (partition by town_id order by id) <= (select count(*) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id)) then (select array_agg(p.id order by p.id) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id))[row_number() over (partition by town_id order by id)] end AS found
    FROM member
    WHERE club_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS member_club_id_place ON pg_temp.member_club_id_values (key_1);

DO $accrete$
DECLARE
    low_1 member.id%TYPE;
    high_1 member.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM member ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM member WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE member SET club_id = (SELECT v.found FROM pg_temp.member_club_id_values v WHERE v.key_1 = member.id) WHERE club_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE member SET club_id = (SELECT v.found FROM pg_temp.member_club_id_values v WHERE v.key_1 = member.id) WHERE club_id IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.member_club_id_values;
RESET statement_timeout;

-- accrete:step 7 transaction locks=member member.club_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_club_id_present CHECK (club_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 autocommit member.club_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_club_id_values;

CREATE TEMPORARY TABLE member_club_id_values AS
    SELECT id AS key_1, case when town_id is null then (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (partition by town_id order by id) - 1, nullif((select count(*) from club), 0))] when row_number() over (partition by town_id order by id) <= (select count(*) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id)) then (select array_agg(p.id order by p.id) from club p where not exists (select 1 from member c where c.club_id = p.id and c.town_id = member.town_id))[row_number() over (partition by town_id order by id)] end AS found
    FROM member
    WHERE club_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS member_club_id_place ON pg_temp.member_club_id_values (key_1);

DO $accrete$
DECLARE
    low_1 member.id%TYPE;
    high_1 member.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM member ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM member WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE member SET club_id = (SELECT v.found FROM pg_temp.member_club_id_values v WHERE v.key_1 = member.id) WHERE club_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE member SET club_id = (SELECT v.found FROM pg_temp.member_club_id_values v WHERE v.key_1 = member.id) WHERE club_id IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.member_club_id_values;
RESET statement_timeout;

-- accrete:step 9 transaction member: validate member_club_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_club_id_present;
COMMIT;

-- accrete:step 10 transaction locks=member member.club_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ALTER COLUMN club_id SET NOT NULL;
ALTER TABLE member DROP CONSTRAINT member_club_id_present;
COMMIT;

-- accrete:step 11 autocommit member.town_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_town_id_values;

CREATE TEMPORARY TABLE member_town_id_values AS
    SELECT id AS key_1, case when row_number() over (partition by club_id order by id) <= (select count(*) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id))[row_number() over (partition by club_id order by id)] end AS found
    FROM member
    WHERE town_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS member_town_id_place ON pg_temp.member_town_id_values (key_1);

DO $accrete$
DECLARE
    low_1 member.id%TYPE;
    high_1 member.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM member ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM member WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE member SET town_id = (SELECT v.found FROM pg_temp.member_town_id_values v WHERE v.key_1 = member.id) WHERE town_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE member SET town_id = (SELECT v.found FROM pg_temp.member_town_id_values v WHERE v.key_1 = member.id) WHERE town_id IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.member_town_id_values;
RESET statement_timeout;

-- accrete:step 12 transaction locks=member member.town_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_town_id_present CHECK (town_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 13 autocommit member.town_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_town_id_values;

CREATE TEMPORARY TABLE member_town_id_values AS
    SELECT id AS key_1, case when row_number() over (partition by club_id order by id) <= (select count(*) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from member c where c.town_id = p.id and c.club_id = member.club_id))[row_number() over (partition by club_id order by id)] end AS found
    FROM member
    WHERE town_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS member_town_id_place ON pg_temp.member_town_id_values (key_1);

DO $accrete$
DECLARE
    low_1 member.id%TYPE;
    high_1 member.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM member ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM member WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE member SET town_id = (SELECT v.found FROM pg_temp.member_town_id_values v WHERE v.key_1 = member.id) WHERE town_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE member SET town_id = (SELECT v.found FROM pg_temp.member_town_id_values v WHERE v.key_1 = member.id) WHERE town_id IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.member_town_id_values;
RESET statement_timeout;

-- accrete:step 14 transaction member: validate member_town_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_town_id_present;
COMMIT;

-- accrete:step 15 transaction locks=member member.town_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ALTER COLUMN town_id SET NOT NULL;
ALTER TABLE member DROP CONSTRAINT member_town_id_present;
COMMIT;

-- accrete:step 16 autocommit index=guest_pkey guest: build index guest_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY guest_pkey ON guest (town_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 17 transaction locks=guest guest: add primary key guest_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE guest IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE guest ADD CONSTRAINT guest_pkey PRIMARY KEY USING INDEX guest_pkey;
COMMIT;
