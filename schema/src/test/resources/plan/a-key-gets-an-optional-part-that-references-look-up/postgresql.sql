-- accrete:migration V0002 case postgresql
-- accrete:model 1:b3104af2fa7ea52388c8aeacb5912971
-- accrete:verdict breaking
--
-- Changes
--   entry                   drop foreign key entry_resource_id_fkey (resource_id) to resource                             Entry
--   resource                drop primary key resource_pkey (id)                                                           Resource
--   entry.partition_id      replace values, using coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only))   Entry.partitionId
--   entry.partition_id      set not null, existing rows: coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only))   Entry.partitionId
--   resource.partition_id   set not null, existing rows: 0                                                                Resource.partitionId
--   resource                add primary key resource_pkey (partition_id, id)                                              Resource
--   entry                   add foreign key entry_partition_id_resource_id_fkey (partition_id, resource_id) to resource   Entry
-- Locks
--   entry                   ACCESS EXCLUSIVE, instant
--   entry                   SHARE UPDATE EXCLUSIVE, scan
--   resource                ACCESS EXCLUSIVE, instant
--   resource                SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] entry.partition_id: writes of the running version that leave the column empty fail
--   [ACC-H203] resource.partition_id: writes of the running version that leave the column empty fail
--   [ACC-H205] entry: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] entry: no index starts with [partition_id, resource_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   entry.partition_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=entry,resource entry: drop foreign key entry_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry, resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry DROP CONSTRAINT entry_resource_id_fkey;
COMMIT;

-- accrete:step 2 autocommit resource.partition_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 resource.id%TYPE;
    high_1 resource.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM resource ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM resource WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE resource SET partition_id = 0 WHERE partition_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE resource SET partition_id = 0 WHERE partition_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=resource resource.partition_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE resource ADD CONSTRAINT resource_partition_id_present CHECK (partition_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit resource.partition_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 resource.id%TYPE;
    high_1 resource.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM resource ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM resource WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE resource SET partition_id = 0 WHERE partition_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE resource SET partition_id = 0 WHERE partition_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction resource: validate resource_partition_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE resource VALIDATE CONSTRAINT resource_partition_id_present;
COMMIT;

-- accrete:step 6 transaction locks=resource resource.partition_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE resource ALTER COLUMN partition_id SET NOT NULL;
ALTER TABLE resource DROP CONSTRAINT resource_partition_id_present;
COMMIT;

-- accrete:step 7 transaction locks=entry entry.partition_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ADD COLUMN entry_partition_id_next integer;

CREATE FUNCTION entry_partition_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.resource_id IS NOT DISTINCT FROM OLD.resource_id AND NEW.partition_id IS NOT DISTINCT FROM OLD.partition_id THEN
        RETURN NEW;
    END IF;
    NEW.entry_partition_id_next := (SELECT coalesce(coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only)), coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only))) FROM (SELECT NEW.*) AS entry);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER entry_partition_id_sync BEFORE INSERT OR UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION entry_partition_id_sync();
COMMIT;

-- accrete:step 8 autocommit entry.partition_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 entry.id%TYPE;
    high_1 entry.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM entry ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM entry WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE entry SET entry_partition_id_next = coalesce(coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only)), coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only))) WHERE entry_partition_id_next IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE entry SET entry_partition_id_next = coalesce(coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only)), coalesce((select p.partition_id from resource p where p.id = entry.resource_id), (select partition_id from resource order by partition_id, id fetch first row only))) WHERE entry_partition_id_next IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 transaction locks=entry entry.entry_partition_id_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ADD CONSTRAINT entry_entry_partition_id_next_present CHECK (entry_partition_id_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 transaction entry: validate entry_entry_partition_id_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE entry VALIDATE CONSTRAINT entry_entry_partition_id_next_present;
COMMIT;

-- accrete:step 11 transaction locks=entry entry.entry_partition_id_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ALTER COLUMN entry_partition_id_next SET NOT NULL;
ALTER TABLE entry DROP CONSTRAINT entry_entry_partition_id_next_present;
COMMIT;

-- accrete:step 12 autocommit entry.partition_id: gather statistics
ANALYZE entry (entry_partition_id_next);

-- accrete:step 13 transaction locks=entry entry.partition_id: replace its values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER entry_partition_id_sync ON entry;
DROP FUNCTION entry_partition_id_sync();
ALTER TABLE entry DROP COLUMN partition_id;
ALTER TABLE entry RENAME COLUMN entry_partition_id_next TO partition_id;
COMMIT;

-- accrete:step 14 autocommit index=resource_partition_id_new_idx resource: build index resource_partition_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY resource_partition_id_new_idx ON resource (partition_id, id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 15 transaction locks=resource resource: change primary key resource_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE resource DROP CONSTRAINT resource_pkey,
    ADD CONSTRAINT resource_pkey PRIMARY KEY USING INDEX resource_partition_id_new_idx;
COMMIT;

-- accrete:step 16 transaction locks=entry,resource entry: add foreign key entry_partition_id_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE entry, resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE entry ADD CONSTRAINT entry_partition_id_resource_id_fkey FOREIGN KEY (partition_id, resource_id) REFERENCES resource (partition_id, id) NOT VALID;
COMMIT;

-- accrete:step 17 transaction entry: validate entry_partition_id_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE entry VALIDATE CONSTRAINT entry_partition_id_resource_id_fkey;
COMMIT;
