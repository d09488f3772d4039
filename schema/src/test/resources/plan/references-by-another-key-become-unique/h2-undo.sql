-- accrete:undo V0002 case h2
-- accrete:model 1:ed08e4c6f411182b42e04c6dcb0f375e
-- accrete:verdict breaking
--
-- Changes
--   talk              drop unique constraint talk_meeting_id_key (meeting_id)                          Talk
--   talk.meeting_id   change type from bigint to date, using CAST(NULL AS date)                        Talk.meetingId
--   meeting.id        change type from bigint to date, using DATE '1970-01-01' + CAST(id AS integer)   Meeting.id
-- Locks
--   meeting           EXCLUSIVE, rewrite
--   talk              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] talk.meeting_id: the running version of the application may write values that no longer fit
--   [ACC-H204] meeting.id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   meeting.id: what the conversion of its values left out
--   talk.meeting_id: what the conversion of its values left out
-- Rows that stop this
--   meeting: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT DATE '1970-01-01' + CAST(id AS integer) AS id FROM meeting) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit talk: drop foreign key talk_meeting_id_fkey
ALTER TABLE talk DROP CONSTRAINT IF EXISTS talk_meeting_id_fkey;

-- accrete:step 2 autocommit talk: drop unique key talk_meeting_id_key
ALTER TABLE talk DROP CONSTRAINT IF EXISTS talk_meeting_id_key;

-- accrete:step 3 autocommit meeting.id: change type to date
CREATE DOMAIN IF NOT EXISTS meeting_id_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'MEETING' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'MEETING_ID_TYPE')
    THEN 'ALTER TABLE meeting ALTER COLUMN id SET DATA TYPE date USING DATE ''1970-01-01'' + CAST(id AS integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS meeting_id_type;

-- accrete:step 4 autocommit talk.meeting_id: change type to date
CREATE DOMAIN IF NOT EXISTS talk_meeting_id_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TALK' AND column_name = 'MEETING_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TALK_MEETING_ID_TYPE')
    THEN 'ALTER TABLE talk ALTER COLUMN meeting_id SET DATA TYPE date USING CAST(NULL AS date)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS talk_meeting_id_type;

-- accrete:step 5 autocommit talk: add foreign key talk_meeting_id_fkey
ALTER TABLE talk ADD CONSTRAINT talk_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting (id);
