-- accrete:undo V0002 case postgresql
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
--   club             ACCESS EXCLUSIVE, instant
--   member           ACCESS EXCLUSIVE, instant
--   pair             ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] pair.club_id: inserts of the running version leave the new column out and fail
--   [ACC-H101] pair.other_id: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H202] pair.member_id: the running version of the application still reads and writes the column
--   [ACC-H301] pair.member_id: its data is gone for good
--   [ACC-H205] pair: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] pair: the running version fails when it writes references, which are to rows of club, not of member
--   [ACC-H401] pair: no index starts with [other_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   pair.member_id: all values
--   pair.other_id: what the conversion of its values left out
--   pair.club_id: the values that were dropped
-- Rows that stop this
--   pair.club_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=member,pair pair: drop foreign key pair_member_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member, pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair DROP CONSTRAINT pair_member_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=club,pair pair: drop foreign key pair_other_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair DROP CONSTRAINT pair_other_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=pair pair.club_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ADD COLUMN club_id bigint;
COMMIT;

-- accrete:step 4 autocommit pair.club_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.pair_club_id_values;

CREATE TEMPORARY TABLE pair_club_id_values AS
    SELECT member_id AS key_1, coalesce((select p.id from club p where p.id = pair.other_id), case when row_number() over (order by member_id) <= (select count(*) from club p) then (select array_agg(p.id order by p.id) from club p)[row_number() over (order by member_id)] end) AS found
    FROM pair;

CREATE UNIQUE INDEX IF NOT EXISTS pair_club_id_place ON pg_temp.pair_club_id_values (key_1);

DO $accrete$
DECLARE
    low_1 pair.member_id%TYPE;
    high_1 pair.member_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT member_id INTO low_1 FROM pair ORDER BY member_id LIMIT 1;
    LOOP
        SELECT member_id INTO high_1 FROM pair WHERE member_id >= low_1 ORDER BY member_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE pair SET club_id = (SELECT v.found FROM pg_temp.pair_club_id_values v WHERE v.key_1 = pair.member_id) WHERE club_id IS NULL AND member_id >= low_1;
                EXIT;
            END IF;
            UPDATE pair SET club_id = (SELECT v.found FROM pg_temp.pair_club_id_values v WHERE v.key_1 = pair.member_id) WHERE club_id IS NULL AND member_id >= low_1 AND member_id < high_1;
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

DROP TABLE IF EXISTS pg_temp.pair_club_id_values;
RESET statement_timeout;

-- accrete:step 5 transaction locks=pair pair.club_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ADD CONSTRAINT pair_club_id_present CHECK (club_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit pair.club_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.pair_club_id_values;

CREATE TEMPORARY TABLE pair_club_id_values AS
    SELECT member_id AS key_1, coalesce((select p.id from club p where p.id = pair.other_id), case when row_number() over (order by member_id) <= (select count(*) from club p) then (select array_agg(p.id order by p.id) from club p)[row_number() over (order by member_id)] end) AS found
    FROM pair;

CREATE UNIQUE INDEX IF NOT EXISTS pair_club_id_place ON pg_temp.pair_club_id_values (key_1);

DO $accrete$
DECLARE
    low_1 pair.member_id%TYPE;
    high_1 pair.member_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT member_id INTO low_1 FROM pair ORDER BY member_id LIMIT 1;
    LOOP
        SELECT member_id INTO high_1 FROM pair WHERE member_id >= low_1 ORDER BY member_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE pair SET club_id = (SELECT v.found FROM pg_temp.pair_club_id_values v WHERE v.key_1 = pair.member_id) WHERE club_id IS NULL AND member_id >= low_1;
                EXIT;
            END IF;
            UPDATE pair SET club_id = (SELECT v.found FROM pg_temp.pair_club_id_values v WHERE v.key_1 = pair.member_id) WHERE club_id IS NULL AND member_id >= low_1 AND member_id < high_1;
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

DROP TABLE IF EXISTS pg_temp.pair_club_id_values;
RESET statement_timeout;

-- accrete:step 7 transaction pair: validate pair_club_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE pair VALIDATE CONSTRAINT pair_club_id_present;
COMMIT;

-- accrete:step 8 transaction locks=pair pair.club_id: set not null; pair.other_id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ALTER COLUMN club_id SET NOT NULL;
ALTER TABLE pair DROP CONSTRAINT pair_club_id_present;
ALTER TABLE pair ADD COLUMN pair_other_id_next bigint;

CREATE FUNCTION pair_other_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.member_id IS NOT DISTINCT FROM OLD.member_id THEN
        RETURN NEW;
    END IF;
    NEW.pair_other_id_next := (SELECT coalesce((select p.id from member p where p.id = pair.member_id), (SELECT min(id) FROM member)) FROM (SELECT NEW.*) AS pair);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER pair_other_id_sync BEFORE INSERT OR UPDATE ON pair FOR EACH ROW EXECUTE FUNCTION pair_other_id_sync();
COMMIT;

-- accrete:step 9 autocommit pair.other_id: look up the values of rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 pair.member_id%TYPE;
    high_1 pair.member_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT member_id INTO low_1 FROM pair ORDER BY member_id LIMIT 1;
    LOOP
        SELECT member_id INTO high_1 FROM pair WHERE member_id >= low_1 ORDER BY member_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE pair SET pair_other_id_next = coalesce((select p.id from member p where p.id = pair.member_id), (SELECT min(id) FROM member)) WHERE pair_other_id_next IS NULL AND other_id IS NOT NULL AND member_id >= low_1;
                EXIT;
            END IF;
            UPDATE pair SET pair_other_id_next = coalesce((select p.id from member p where p.id = pair.member_id), (SELECT min(id) FROM member)) WHERE pair_other_id_next IS NULL AND other_id IS NOT NULL AND member_id >= low_1 AND member_id < high_1;
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

RESET statement_timeout;

-- accrete:step 10 transaction locks=pair pair.other_id: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER pair_other_id_sync ON pair;
DROP FUNCTION pair_other_id_sync();
ALTER TABLE pair ALTER COLUMN other_id TYPE bigint USING pair_other_id_next;
ALTER TABLE pair DROP COLUMN pair_other_id_next;
COMMIT;

-- accrete:step 11 autocommit index=pair_club_id_new_idx pair: build index pair_club_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY pair_club_id_new_idx ON pair (club_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 12 transaction locks=pair pair: change primary key pair_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE pair DROP CONSTRAINT pair_pkey,
    ADD CONSTRAINT pair_pkey PRIMARY KEY USING INDEX pair_club_id_new_idx;
COMMIT;

-- accrete:step 13 transaction locks=club,pair pair: add foreign key pair_club_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ADD CONSTRAINT pair_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id) NOT VALID;
COMMIT;

-- accrete:step 14 transaction pair: validate pair_club_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE pair VALIDATE CONSTRAINT pair_club_id_fkey;
COMMIT;

-- accrete:step 15 transaction locks=member,pair pair: add foreign key pair_other_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member, pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair ADD CONSTRAINT pair_other_id_fkey FOREIGN KEY (other_id) REFERENCES member (id) NOT VALID;
COMMIT;

-- accrete:step 16 transaction pair: validate pair_other_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE pair VALIDATE CONSTRAINT pair_other_id_fkey;
COMMIT;

-- accrete:step 17 transaction locks=pair pair.member_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pair IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pair DROP COLUMN member_id;
COMMIT;
