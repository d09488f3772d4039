-- accrete:undo V0002 case postgresql
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
--   event                   SHARE ROW EXCLUSIVE, instant
--   past                    ACCESS EXCLUSIVE, instant
--   server_event            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] server_event.event_id: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H205] server_event: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] server_event: the running version fails when it writes references, which are to rows of past, not of event
-- Data that does not come back
--   server_event.event_id: what the conversion of its values left out
-- Rows that stop this
--   server_event.event_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=past,server_event server_event: drop foreign key server_event_event_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE past, server_event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE server_event DROP CONSTRAINT server_event_event_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=server_event server_event: drop unique key server_event_event_id_key; server_event.event_id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE server_event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE server_event DROP CONSTRAINT server_event_event_id_key;
ALTER TABLE server_event ADD COLUMN server_event_event_id_next varchar(36);

CREATE FUNCTION server_event_event_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.event_id IS NOT DISTINCT FROM OLD.event_id THEN
        RETURN NEW;
    END IF;
    NEW.server_event_event_id_next := (SELECT coalesce((SELECT p.id FROM event p WHERE p.id = server_event.event_id), (select x.id from (select p.id, row_number() over (order by p.id) as n from event p where not exists (select 1 from server_event c where c.event_id = p.id)) x join (select o.event_id as k1, row_number() over (order by o.event_id) as n from server_event o where not exists (select 1 from event p where o.event_id = p.id)) y on y.n = x.n where y.k1 = server_event.event_id)) FROM (SELECT NEW.*) AS server_event);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER server_event_event_id_sync BEFORE INSERT OR UPDATE ON server_event FOR EACH ROW EXECUTE FUNCTION server_event_event_id_sync();
COMMIT;

-- accrete:step 3 autocommit server_event.event_id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.server_event_server_event_event_id_next_list1;

CREATE TEMPORARY TABLE server_event_server_event_event_id_next_list1 AS
    select p.id, row_number() over (order by p.id) as n from event p where not exists (select 1 from server_event c where c.event_id = p.id);

CREATE INDEX IF NOT EXISTS server_event_server_event_event_id_next_list1_id ON pg_temp.server_event_server_event_event_id_next_list1 (id);
CREATE INDEX IF NOT EXISTS server_event_server_event_event_id_next_list1_n ON pg_temp.server_event_server_event_event_id_next_list1 (n);
DROP TABLE IF EXISTS pg_temp.server_event_server_event_event_id_next_list2;

CREATE TEMPORARY TABLE server_event_server_event_event_id_next_list2 AS
    select o.event_id as k1, row_number() over (order by o.event_id) as n from server_event o where not exists (select 1 from event p where o.event_id = p.id);

CREATE INDEX IF NOT EXISTS server_event_server_event_event_id_next_list2_n ON pg_temp.server_event_server_event_event_id_next_list2 (n);
CREATE INDEX IF NOT EXISTS server_event_server_event_event_id_next_list2_k1 ON pg_temp.server_event_server_event_event_id_next_list2 (k1);
UPDATE server_event SET server_event_event_id_next = coalesce((SELECT p.id FROM event p WHERE p.id = server_event.event_id), (select x.id from pg_temp.server_event_server_event_event_id_next_list1 x join pg_temp.server_event_server_event_event_id_next_list2 y on y.n = x.n where y.k1 = server_event.event_id)) WHERE server_event_event_id_next IS NULL AND event_id IS NOT NULL;
DROP TABLE IF EXISTS pg_temp.server_event_server_event_event_id_next_list1;
DROP TABLE IF EXISTS pg_temp.server_event_server_event_event_id_next_list2;
RESET statement_timeout;

-- accrete:step 4 transaction locks=server_event server_event.event_id: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE server_event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER server_event_event_id_sync ON server_event;
DROP FUNCTION server_event_event_id_sync();
ALTER TABLE server_event ALTER COLUMN event_id TYPE varchar(36) USING server_event_event_id_next;
ALTER TABLE server_event DROP COLUMN server_event_event_id_next;
COMMIT;

-- accrete:step 5 autocommit index=server_event_pkey server_event: build index server_event_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY server_event_pkey ON server_event (event_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 6 transaction locks=server_event server_event: add primary key server_event_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE server_event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE server_event ADD CONSTRAINT server_event_pkey PRIMARY KEY USING INDEX server_event_pkey;
COMMIT;

-- accrete:step 7 transaction locks=event,server_event server_event: add foreign key server_event_event_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE event, server_event IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE server_event ADD CONSTRAINT server_event_event_id_fkey FOREIGN KEY (event_id) REFERENCES event (id) NOT VALID;
COMMIT;

-- accrete:step 8 transaction server_event: validate server_event_event_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE server_event VALIDATE CONSTRAINT server_event_event_id_fkey;
COMMIT;
