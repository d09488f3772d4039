-- accrete:undo V0002 case postgresql
-- accrete:model 1:ed08e4c6f411182b42e04c6dcb0f375e
-- accrete:verdict breaking
--
-- Changes
--   talk              drop unique constraint talk_meeting_id_key (meeting_id)   Talk
--   talk.meeting_id   change type from bigint to date, using date '1970-01-01' + cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from meeting o) x where x.k = talk.meeting_id) as integer)   Talk.meetingId
--   meeting.id        change type from bigint to date, using date '1970-01-01' + cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from meeting o) x where x.k = meeting.id) as integer)   Meeting.id
-- Locks
--   meeting           ACCESS EXCLUSIVE, rewrite
--   talk              ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] talk.meeting_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] talk.meeting_id: the running version of the application may write values that no longer fit
--   [ACC-H210] talk.meeting_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] meeting.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] meeting.id: the running version of the application may write values that no longer fit
--   [ACC-H210] meeting.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   meeting.id: what the conversion of its values left out
--   talk.meeting_id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=meeting,talk talk: drop foreign key talk_meeting_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meeting, talk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE talk DROP CONSTRAINT talk_meeting_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=talk talk: drop unique key talk_meeting_id_key; talk.meeting_id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE talk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE talk DROP CONSTRAINT talk_meeting_id_key;
ALTER TABLE talk ADD COLUMN talk_meeting_id_next date;

CREATE FUNCTION talk_meeting_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.meeting_id IS NOT DISTINCT FROM OLD.meeting_id THEN
        RETURN NEW;
    END IF;
    NEW.talk_meeting_id_next := (SELECT date '1970-01-01' + cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from meeting o) x where x.k = talk.meeting_id) as integer) FROM (SELECT NEW.*) AS talk);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER talk_meeting_id_sync BEFORE INSERT OR UPDATE ON talk FOR EACH ROW EXECUTE FUNCTION talk_meeting_id_sync();
COMMIT;

-- accrete:step 3 autocommit talk.meeting_id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.talk_talk_meeting_id_next_list1;

CREATE TEMPORARY TABLE talk_talk_meeting_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from meeting o;

CREATE INDEX IF NOT EXISTS talk_talk_meeting_id_next_list1_n ON pg_temp.talk_talk_meeting_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS talk_talk_meeting_id_next_list1_k ON pg_temp.talk_talk_meeting_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 talk.id%TYPE;
    high_1 talk.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM talk ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM talk WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE talk SET talk_meeting_id_next = date '1970-01-01' + cast((select x.n from pg_temp.talk_talk_meeting_id_next_list1 x where x.k = talk.meeting_id) as integer) WHERE talk_meeting_id_next IS NULL AND meeting_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE talk SET talk_meeting_id_next = date '1970-01-01' + cast((select x.n from pg_temp.talk_talk_meeting_id_next_list1 x where x.k = talk.meeting_id) as integer) WHERE talk_meeting_id_next IS NULL AND meeting_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.talk_talk_meeting_id_next_list1;
RESET statement_timeout;

-- accrete:step 4 transaction locks=talk talk.meeting_id: change type to date
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE talk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER talk_meeting_id_sync ON talk;
DROP FUNCTION talk_meeting_id_sync();
ALTER TABLE talk ALTER COLUMN meeting_id TYPE date USING talk_meeting_id_next;
ALTER TABLE talk DROP COLUMN talk_meeting_id_next;
COMMIT;

-- accrete:step 5 transaction locks=meeting meeting.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meeting IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE meeting ADD COLUMN meeting_id_next date;

CREATE FUNCTION meeting_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.meeting_id_next := (SELECT date '1970-01-01' + cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from meeting o) x where x.k = meeting.id) as integer) FROM (SELECT NEW.*) AS meeting);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER meeting_id_sync BEFORE INSERT OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION meeting_id_sync();
COMMIT;

-- accrete:step 6 autocommit meeting.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.meeting_meeting_id_next_list1;

CREATE TEMPORARY TABLE meeting_meeting_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from meeting o;

CREATE INDEX IF NOT EXISTS meeting_meeting_id_next_list1_n ON pg_temp.meeting_meeting_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS meeting_meeting_id_next_list1_k ON pg_temp.meeting_meeting_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 meeting.id%TYPE;
    high_1 meeting.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM meeting ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM meeting WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE meeting SET meeting_id_next = date '1970-01-01' + cast((select x.n from pg_temp.meeting_meeting_id_next_list1 x where x.k = meeting.id) as integer) WHERE meeting_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE meeting SET meeting_id_next = date '1970-01-01' + cast((select x.n from pg_temp.meeting_meeting_id_next_list1 x where x.k = meeting.id) as integer) WHERE meeting_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.meeting_meeting_id_next_list1;
RESET statement_timeout;

-- accrete:step 7 transaction locks=meeting meeting.id: change type to date
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE meeting IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER meeting_id_sync ON meeting;
DROP FUNCTION meeting_id_sync();
ALTER TABLE meeting ALTER COLUMN id TYPE date USING meeting_id_next;
ALTER TABLE meeting DROP COLUMN meeting_id_next;
COMMIT;

-- accrete:step 8 transaction locks=meeting,talk talk: add foreign key talk_meeting_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meeting, talk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE talk ADD CONSTRAINT talk_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction talk: validate talk_meeting_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE talk VALIDATE CONSTRAINT talk_meeting_id_fkey;
COMMIT;
