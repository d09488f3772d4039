-- accrete:undo V0002 case h2
-- accrete:model 1:c66a6a2c5f94f3e34ab165ba4ecd3525
-- accrete:verdict breaking
--
-- Changes
--   server_event            drop foreign key server_event_event_id_fkey (event_id) to past   Server.event
--   server_event            drop unique constraint server_event_event_id_key (event_id)      Server.event
--   server_event.event_id   replace values, using coalesce((SELECT p.id FROM event p WHERE p.id = server_event.event_id), (select x.id from (select p.id, row_number() over (order by p.id) as n from event p where not exists (select 1 from server_event c where c.event_id = p.id)) x join (select o.event_id as k1, row_number() over (order by o.event_id) as n from server_event o where not exists (select 1 from event p where o.event_id = p.id)) y on y.n = x.n where y.k1 = server_event.event_id))   ServerEvent.eventId
--   server_event            add primary key server_event_pkey (event_id)                     Server.event
--   server_event            add foreign key server_event_event_id_fkey (event_id) to event   Server.event
-- Locks
--   server_event            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] server_event: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] server_event: the running version fails when it writes references, which are to rows of past, not of event
-- Data that does not come back
--   server_event.event_id: what the conversion of its values left out
-- Rows that stop this
--   server_event.event_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit server_event: drop foreign key server_event_event_id_fkey
ALTER TABLE server_event DROP CONSTRAINT IF EXISTS server_event_event_id_fkey;

-- accrete:step 2 autocommit server_event: drop unique key server_event_event_id_key
ALTER TABLE server_event DROP CONSTRAINT IF EXISTS server_event_event_id_key;

-- accrete:step 3 autocommit server_event.event_id: convert values
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS server_event_event_id_list1 AS
    select p.id, row_number() over (order by p.id) as n from event p where not exists (select 1 from server_event c where c.event_id = p.id);

CREATE INDEX IF NOT EXISTS server_event_event_id_list1_id ON server_event_event_id_list1 (id);
CREATE INDEX IF NOT EXISTS server_event_event_id_list1_n ON server_event_event_id_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS server_event_event_id_list2 AS
    select o.event_id as k1, row_number() over (order by o.event_id) as n from server_event o where not exists (select 1 from event p where o.event_id = p.id);

CREATE INDEX IF NOT EXISTS server_event_event_id_list2_n ON server_event_event_id_list2 (n);
CREATE INDEX IF NOT EXISTS server_event_event_id_list2_k1 ON server_event_event_id_list2 (k1);
CREATE DOMAIN IF NOT EXISTS server_event_event_id_type AS varchar(37);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SERVER_EVENT' AND column_name = 'EVENT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SERVER_EVENT_EVENT_ID_TYPE')
    THEN 'ALTER TABLE server_event ALTER COLUMN event_id SET DATA TYPE varchar(37) USING coalesce((SELECT p.id FROM event p WHERE p.id = server_event.event_id), (select x.id from server_event_event_id_list1 x join server_event_event_id_list2 y on y.n = x.n where y.k1 = server_event.event_id))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS server_event_event_id_type;
DROP TABLE IF EXISTS server_event_event_id_list1;
DROP TABLE IF EXISTS server_event_event_id_list2;

-- accrete:step 4 autocommit server_event.event_id: alter column
ALTER TABLE server_event ALTER COLUMN event_id SET DATA TYPE varchar(36);

-- accrete:step 5 autocommit server_event: add primary key
ALTER TABLE server_event ADD CONSTRAINT server_event_pkey PRIMARY KEY (event_id);

-- accrete:step 6 autocommit server_event: add foreign key server_event_event_id_fkey
ALTER TABLE server_event ADD CONSTRAINT server_event_event_id_fkey FOREIGN KEY (event_id) REFERENCES event (id);
