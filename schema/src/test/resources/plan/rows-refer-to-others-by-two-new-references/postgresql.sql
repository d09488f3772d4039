-- accrete:migration V0002 case postgresql
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
--   club             SHARE ROW EXCLUSIVE, instant
--   member           ACCESS EXCLUSIVE, instant
--   member           SHARE UPDATE EXCLUSIVE, scan
--   town             SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] member.club_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] member.town_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] member: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H401] member: no index starts with [town_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   member.club_id: no value, where none is found for them
--     SELECT * FROM (SELECT member.*, (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (order by id) - 1, nullif((select count(*) from club), 0))] AS found FROM member) r WHERE found IS NULL;
--   member.town_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=member member.club_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD COLUMN club_id bigint;
COMMIT;

-- accrete:step 2 autocommit member.club_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_club_id_values;

CREATE TEMPORARY TABLE member_club_id_values AS
    SELECT id AS key_1, (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (order by id) - 1, nullif((select count(*) from club), 0))] AS found
    FROM member;

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

-- accrete:step 3 transaction locks=member member.club_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_club_id_present CHECK (club_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit member.club_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_club_id_values;

CREATE TEMPORARY TABLE member_club_id_values AS
    SELECT id AS key_1, (select array_agg(p.id order by p.id) from club p)[1 + mod(row_number() over (order by id) - 1, nullif((select count(*) from club), 0))] AS found
    FROM member;

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

-- accrete:step 5 transaction member: validate member_club_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_club_id_present;
COMMIT;

-- accrete:step 6 transaction locks=member member.club_id: set not null; member.town_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ALTER COLUMN club_id SET NOT NULL;
ALTER TABLE member DROP CONSTRAINT member_club_id_present;
ALTER TABLE member ADD COLUMN town_id bigint;
COMMIT;

-- accrete:step 7 autocommit member.town_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_town_id_values;

CREATE TEMPORARY TABLE member_town_id_values AS
    SELECT id AS key_1, case when row_number() over (partition by club_id order by id) <= (select count(*) from town p) then (select array_agg(p.id order by p.id) from town p)[row_number() over (partition by club_id order by id)] end AS found
    FROM member;

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

-- accrete:step 8 transaction locks=member member.town_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_town_id_present CHECK (town_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 9 autocommit member.town_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_town_id_values;

CREATE TEMPORARY TABLE member_town_id_values AS
    SELECT id AS key_1, case when row_number() over (partition by club_id order by id) <= (select count(*) from town p) then (select array_agg(p.id order by p.id) from town p)[row_number() over (partition by club_id order by id)] end AS found
    FROM member;

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

-- accrete:step 10 transaction member: validate member_town_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_town_id_present;
COMMIT;

-- accrete:step 11 transaction locks=member member.town_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ALTER COLUMN town_id SET NOT NULL;
ALTER TABLE member DROP CONSTRAINT member_town_id_present;
COMMIT;

-- accrete:step 12 autocommit index=member_club_id_town_id_key member: build index member_club_id_town_id_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY member_club_id_town_id_key ON member (club_id, town_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 13 transaction locks=member member: add unique key member_club_id_town_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_club_id_town_id_key UNIQUE USING INDEX member_club_id_town_id_key;
COMMIT;

-- accrete:step 14 transaction locks=club,member member: add foreign key member_club_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id) NOT VALID;
COMMIT;

-- accrete:step 15 transaction member: validate member_club_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_club_id_fkey;
COMMIT;

-- accrete:step 16 transaction locks=member,town member: add foreign key member_town_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member, town IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_town_id_fkey FOREIGN KEY (town_id) REFERENCES town (id) NOT VALID;
COMMIT;

-- accrete:step 17 transaction member: validate member_town_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_town_id_fkey;
COMMIT;
