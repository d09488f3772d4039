-- accrete:undo V0002 case postgresql
-- accrete:model 1:ed08e4c6f411182b42e04c6dcb0f375e
-- accrete:verdict breaking
--
-- Changes
--   talk              drop unique constraint talk_meeting_id_key (meeting_id)                          Talk
--   talk.meeting_id   change type from bigint to date, using CAST(NULL AS date)                        Talk.meetingId
--   meeting.id        change type from bigint to date, using DATE '1970-01-01' + CAST(id AS integer)   Meeting.id
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
-- Rows that stop this
--   meeting: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT DATE '1970-01-01' + CAST(id AS integer) AS id FROM meeting) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=meeting,talk talk: drop foreign key talk_meeting_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meeting, talk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE talk DROP CONSTRAINT talk_meeting_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=talk talk: drop unique key talk_meeting_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE talk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE talk DROP CONSTRAINT talk_meeting_id_key;
COMMIT;

-- accrete:step 3 transaction locks=meeting meeting.id: change type to date
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE meeting IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE meeting ALTER COLUMN id TYPE date USING DATE '1970-01-01' + CAST(id AS integer);
COMMIT;

-- accrete:step 4 transaction locks=talk talk.meeting_id: change type to date
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE talk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE talk ALTER COLUMN meeting_id TYPE date USING CAST(NULL AS date);
COMMIT;

-- accrete:step 5 transaction locks=meeting,talk talk: add foreign key talk_meeting_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE meeting, talk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE talk ADD CONSTRAINT talk_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction talk: validate talk_meeting_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE talk VALIDATE CONSTRAINT talk_meeting_id_fkey;
COMMIT;
