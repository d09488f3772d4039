-- accrete:migration V0002 case postgresql
-- accrete:model 1:80db7fcba9321c18e7c45361c211c67b
-- accrete:verdict breaking
--
-- Changes
--   member.club            replace values, using (select p.id from club p where p.id = member.club)   Member.club
--   member_fees.fees_key   change type from varchar(255) to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from club p) x join (select o.member_id as k1, o.fees_key as k2, row_number() over (partition by o.member_id order by o.member_id, o.fees_key) as n from member_fees o) y on y.n = x.n where y.k1 = member_fees.member_id and y.k2 = member_fees.fees_key)   MemberFees.feesKey
--   member                 add foreign key member_club_fkey (club) to club                            Member
--   member_fees            add foreign key member_fees_fees_key_fkey (fees_key) to club               Member.fees
-- Locks
--   club                   SHARE ROW EXCLUSIVE, instant
--   member                 ACCESS EXCLUSIVE, instant
--   member                 SHARE UPDATE EXCLUSIVE, scan
--   member_fees            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] member_fees.fees_key: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] member_fees.fees_key: the running version of the application may write values that no longer fit
--   [ACC-H210] member_fees.fees_key: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] member: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] member: no index starts with [club], so each delete of a referenced row reads the whole table
--   [ACC-H205] member_fees: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] member_fees: no index starts with [fees_key], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   member_fees.fees_key: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=member member.club: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD COLUMN member_club_next bigint;

CREATE FUNCTION member_club_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.club IS NOT DISTINCT FROM OLD.club THEN
        RETURN NEW;
    END IF;
    NEW.member_club_next := (SELECT (select p.id from club p where p.id = member.club) FROM (SELECT NEW.*) AS member);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER member_club_sync BEFORE INSERT OR UPDATE ON member FOR EACH ROW EXECUTE FUNCTION member_club_sync();
COMMIT;

-- accrete:step 2 autocommit member.club: convert rows that exist
SET statement_timeout = 0;

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
                UPDATE member SET member_club_next = (select p.id from club p where p.id = member.club) WHERE member_club_next IS NULL AND club IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE member SET member_club_next = (select p.id from club p where p.id = member.club) WHERE member_club_next IS NULL AND club IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit member.club: gather statistics
ANALYZE member (member_club_next);

-- accrete:step 4 transaction locks=member member.club: replace its values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER member_club_sync ON member;
DROP FUNCTION member_club_sync();
ALTER TABLE member DROP COLUMN club;
ALTER TABLE member RENAME COLUMN member_club_next TO club;
COMMIT;

-- accrete:step 5 transaction locks=member_fees member_fees.fees_key: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member_fees IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member_fees ADD COLUMN member_fees_fees_key_next bigint;

CREATE FUNCTION member_fees_fees_key_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.member_id IS NOT DISTINCT FROM OLD.member_id AND NEW.fees_key IS NOT DISTINCT FROM OLD.fees_key THEN
        RETURN NEW;
    END IF;
    NEW.member_fees_fees_key_next := (SELECT (select x.id from (select p.id, row_number() over (order by p.id) as n from club p) x join (select o.member_id as k1, o.fees_key as k2, row_number() over (partition by o.member_id order by o.member_id, o.fees_key) as n from member_fees o) y on y.n = x.n where y.k1 = member_fees.member_id and y.k2 = member_fees.fees_key) FROM (SELECT NEW.*) AS member_fees);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER member_fees_fees_key_sync BEFORE INSERT OR UPDATE ON member_fees FOR EACH ROW EXECUTE FUNCTION member_fees_fees_key_sync();
COMMIT;

-- accrete:step 6 autocommit member_fees.fees_key: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.member_fees_member_fees_fees_key_next_list1;

CREATE TEMPORARY TABLE member_fees_member_fees_fees_key_next_list1 AS
    select p.id, row_number() over (order by p.id) as n from club p;

CREATE INDEX IF NOT EXISTS member_fees_member_fees_fees_key_next_list1_id ON pg_temp.member_fees_member_fees_fees_key_next_list1 (id);
CREATE INDEX IF NOT EXISTS member_fees_member_fees_fees_key_next_list1_n ON pg_temp.member_fees_member_fees_fees_key_next_list1 (n);
DROP TABLE IF EXISTS pg_temp.member_fees_member_fees_fees_key_next_list2;

CREATE TEMPORARY TABLE member_fees_member_fees_fees_key_next_list2 AS
    select o.member_id as k1, o.fees_key as k2, row_number() over (partition by o.member_id order by o.member_id, o.fees_key) as n from member_fees o;

CREATE INDEX IF NOT EXISTS member_fees_member_fees_fees_key_next_list2_n ON pg_temp.member_fees_member_fees_fees_key_next_list2 (n);
CREATE INDEX IF NOT EXISTS member_fees_member_fees_fees_key_next_list2_k1 ON pg_temp.member_fees_member_fees_fees_key_next_list2 (k1);
CREATE INDEX IF NOT EXISTS member_fees_member_fees_fees_key_next_list2_k2 ON pg_temp.member_fees_member_fees_fees_key_next_list2 (k2);

DO $accrete$
DECLARE
    low_1 member_fees.member_id%TYPE;
    low_2 member_fees.fees_key%TYPE;
    high_1 member_fees.member_id%TYPE;
    high_2 member_fees.fees_key%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT member_id, fees_key INTO low_1, low_2 FROM member_fees ORDER BY member_id, fees_key LIMIT 1;
    LOOP
        SELECT member_id, fees_key INTO high_1, high_2 FROM member_fees WHERE (member_id, fees_key) >= (low_1, low_2) ORDER BY member_id, fees_key OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE member_fees SET member_fees_fees_key_next = (select x.id from pg_temp.member_fees_member_fees_fees_key_next_list1 x join pg_temp.member_fees_member_fees_fees_key_next_list2 y on y.n = x.n where y.k1 = member_fees.member_id and y.k2 = member_fees.fees_key) WHERE member_fees_fees_key_next IS NULL AND fees_key IS NOT NULL AND (member_id, fees_key) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE member_fees SET member_fees_fees_key_next = (select x.id from pg_temp.member_fees_member_fees_fees_key_next_list1 x join pg_temp.member_fees_member_fees_fees_key_next_list2 y on y.n = x.n where y.k1 = member_fees.member_id and y.k2 = member_fees.fees_key) WHERE member_fees_fees_key_next IS NULL AND fees_key IS NOT NULL AND (member_id, fees_key) >= (low_1, low_2) AND (member_id, fees_key) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.member_fees_member_fees_fees_key_next_list1;
DROP TABLE IF EXISTS pg_temp.member_fees_member_fees_fees_key_next_list2;
RESET statement_timeout;

-- accrete:step 7 transaction locks=member_fees member_fees.fees_key: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE member_fees IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER member_fees_fees_key_sync ON member_fees;
DROP FUNCTION member_fees_fees_key_sync();
ALTER TABLE member_fees ALTER COLUMN fees_key TYPE bigint USING member_fees_fees_key_next;
ALTER TABLE member_fees DROP COLUMN member_fees_fees_key_next;
COMMIT;

-- accrete:step 8 transaction locks=club,member member: add foreign key member_club_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_club_fkey FOREIGN KEY (club) REFERENCES club (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction member: validate member_club_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_club_fkey;
COMMIT;

-- accrete:step 10 transaction locks=club,member_fees member_fees: add foreign key member_fees_fees_key_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, member_fees IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member_fees ADD CONSTRAINT member_fees_fees_key_fkey FOREIGN KEY (fees_key) REFERENCES club (id) NOT VALID;
COMMIT;

-- accrete:step 11 transaction member_fees: validate member_fees_fees_key_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member_fees VALIDATE CONSTRAINT member_fees_fees_key_fkey;
COMMIT;
