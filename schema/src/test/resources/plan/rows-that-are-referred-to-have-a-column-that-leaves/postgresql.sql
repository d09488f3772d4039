-- accrete:migration V0002 case postgresql
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
--   club          ACCESS EXCLUSIVE, rewrite
--   member        ACCESS EXCLUSIVE, instant
--   member_club   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] club.seats: inserts of the running version leave the new column out and fail
--   [ACC-H101] club.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] club.id: the running version of the application may write values that no longer fit
--   [ACC-H210] club.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=club,member_club member_club: drop foreign key member_club_club_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, member_club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member_club DROP CONSTRAINT member_club_club_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=member,member_club member_club: drop foreign key member_club_member_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member, member_club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member_club DROP CONSTRAINT member_club_member_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=club club.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE club ADD COLUMN club_id_next bigint;

CREATE FUNCTION club_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.club_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from club o) x where x.k = club.id) FROM (SELECT NEW.*) AS club);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER club_id_sync BEFORE INSERT OR UPDATE ON club FOR EACH ROW EXECUTE FUNCTION club_id_sync();
COMMIT;

-- accrete:step 4 autocommit club.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.club_club_id_next_list1;

CREATE TEMPORARY TABLE club_club_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from club o;

CREATE INDEX IF NOT EXISTS club_club_id_next_list1_n ON pg_temp.club_club_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS club_club_id_next_list1_k ON pg_temp.club_club_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 club.id%TYPE;
    high_1 club.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM club ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM club WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE club SET club_id_next = (select x.n from pg_temp.club_club_id_next_list1 x where x.k = club.id) WHERE club_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE club SET club_id_next = (select x.n from pg_temp.club_club_id_next_list1 x where x.k = club.id) WHERE club_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.club_club_id_next_list1;
RESET statement_timeout;

-- accrete:step 5 transaction locks=club club.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER club_id_sync ON club;
DROP FUNCTION club_id_sync();
ALTER TABLE club ALTER COLUMN id TYPE bigint USING club_id_next;
ALTER TABLE club DROP COLUMN club_id_next;
COMMIT;

-- accrete:step 6 transaction locks=club club.seats: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE club ADD COLUMN seats integer DEFAULT 12 NOT NULL;
ALTER TABLE club ALTER COLUMN seats DROP DEFAULT;
COMMIT;
