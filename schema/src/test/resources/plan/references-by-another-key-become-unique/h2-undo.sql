-- accrete:undo V0002 case h2
-- accrete:model 1:ed08e4c6f411182b42e04c6dcb0f375e
-- accrete:verdict breaking
--
-- Changes
--   talk              drop unique constraint talk_meeting_id_key (meeting_id)   Talk
--   talk.meeting_id   change type from bigint to date, using date '1970-01-01' + cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from meeting o) x where x.k = talk.meeting_id) as integer)   Talk.meetingId
--   meeting.id        change type from bigint to date, using date '1970-01-01' + cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from meeting o) x where x.k = meeting.id) as integer)   Meeting.id
-- Locks
--   meeting           EXCLUSIVE, rewrite
--   talk              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] talk.meeting_id: the running version of the application may write values that no longer fit
--   [ACC-H204] meeting.id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   meeting.id: what the conversion of its values left out
--   talk.meeting_id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit talk: drop foreign key talk_meeting_id_fkey
ALTER TABLE talk DROP CONSTRAINT IF EXISTS talk_meeting_id_fkey;

-- accrete:step 2 autocommit talk: drop unique key talk_meeting_id_key
ALTER TABLE talk DROP CONSTRAINT IF EXISTS talk_meeting_id_key;

-- accrete:step 3 autocommit talk.meeting_id: change type to date
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS talk_meeting_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from meeting o;

CREATE INDEX IF NOT EXISTS talk_meeting_id_list1_n ON talk_meeting_id_list1 (n);
CREATE INDEX IF NOT EXISTS talk_meeting_id_list1_k ON talk_meeting_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS talk_meeting_id_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TALK' AND column_name = 'MEETING_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TALK_MEETING_ID_TYPE')
    THEN 'ALTER TABLE talk ALTER COLUMN meeting_id SET DATA TYPE date USING date ''1970-01-01'' + cast((select x.n from talk_meeting_id_list1 x where x.k = talk.meeting_id) as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS talk_meeting_id_type;
DROP TABLE IF EXISTS talk_meeting_id_list1;

-- accrete:step 4 autocommit meeting.id: change type to date
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS meeting_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from meeting o;

CREATE INDEX IF NOT EXISTS meeting_id_list1_n ON meeting_id_list1 (n);
CREATE INDEX IF NOT EXISTS meeting_id_list1_k ON meeting_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS meeting_id_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'MEETING' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'MEETING_ID_TYPE')
    THEN 'ALTER TABLE meeting ALTER COLUMN id SET DATA TYPE date USING date ''1970-01-01'' + cast((select x.n from meeting_id_list1 x where x.k = meeting.id) as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS meeting_id_type;
DROP TABLE IF EXISTS meeting_id_list1;

-- accrete:step 5 autocommit talk: add foreign key talk_meeting_id_fkey
ALTER TABLE talk ADD CONSTRAINT talk_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting (id);
