-- accrete:migration V0002 case postgresql
-- accrete:model 1:bd172e3ca6aa336d7d50238a9a8330f7
-- accrete:verdict compatible
--
-- Changes
--   tag              map kept table again                                                                     Tag
--   version          drop foreign key version_resource_id_fkey (resource_id) to resource                      Version
--   resource         drop primary key resource_pkey (id)                                                      Resource
--   version          drop primary key version_pkey (id)                                                       Version
--   tag.part         replace values, using (select p.part from version p where p.id = tag.version_id)         Tag.part
--   tag.version_id   replace values, using (select p.id from version p where p.id = tag.version_id)           Tag.versionId
--   version.part     replace values, using (select r.part from resource r where r.id = version.resource_id)   Version.part
--   resource         add primary key resource_pkey (part, id)                                                 Resource
--   version          add primary key version_pkey (part, id)                                                  Version
--   tag              add foreign key tag_part_version_id_fkey (part, version_id) to version                   Tag
--   version          add foreign key version_part_resource_id_fkey (part, resource_id) to resource            Version
-- Locks
--   resource         ACCESS EXCLUSIVE, instant
--   resource         SHARE UPDATE EXCLUSIVE, scan
--   tag              ACCESS EXCLUSIVE, instant
--   tag              SHARE UPDATE EXCLUSIVE, scan
--   version          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] version.part: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H401] tag: no index starts with [part, version_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] version: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] version: no index starts with [part, resource_id], so each delete of a referenced row reads the whole table
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=resource,version version: drop foreign key version_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource, version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE version DROP CONSTRAINT version_resource_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=tag tag.version_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tag IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tag ADD COLUMN tag_version_id_next bigint;

CREATE FUNCTION tag_version_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.version_id IS NOT DISTINCT FROM OLD.version_id THEN
        RETURN NEW;
    END IF;
    NEW.tag_version_id_next := (SELECT (select p.id from version p where p.id = tag.version_id) FROM (SELECT NEW.*) AS tag);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER tag_version_id_sync BEFORE INSERT OR UPDATE ON tag FOR EACH ROW EXECUTE FUNCTION tag_version_id_sync();
COMMIT;

-- accrete:step 3 autocommit tag.version_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 tag.id%TYPE;
    high_1 tag.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM tag ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM tag WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE tag SET tag_version_id_next = (select p.id from version p where p.id = tag.version_id) WHERE tag_version_id_next IS NULL AND version_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tag SET tag_version_id_next = (select p.id from version p where p.id = tag.version_id) WHERE tag_version_id_next IS NULL AND version_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 autocommit tag.version_id: gather statistics
ANALYZE tag (tag_version_id_next);

-- accrete:step 5 transaction locks=tag tag.version_id: replace its values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tag IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER tag_version_id_sync ON tag;
DROP FUNCTION tag_version_id_sync();
ALTER TABLE tag DROP COLUMN version_id;
ALTER TABLE tag RENAME COLUMN tag_version_id_next TO version_id;
COMMIT;

-- accrete:step 6 transaction locks=version version.part: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE version ADD COLUMN version_part_next integer;

CREATE FUNCTION version_part_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.part IS NOT DISTINCT FROM OLD.part AND NEW.resource_id IS NOT DISTINCT FROM OLD.resource_id THEN
        RETURN NEW;
    END IF;
    NEW.version_part_next := (SELECT (select r.part from resource r where r.id = version.resource_id) FROM (SELECT NEW.*) AS version);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER version_part_sync BEFORE INSERT OR UPDATE ON version FOR EACH ROW EXECUTE FUNCTION version_part_sync();
COMMIT;

-- accrete:step 7 autocommit version.part: look up the values of rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 version.id%TYPE;
    high_1 version.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM version ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM version WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE version SET version_part_next = (select r.part from resource r where r.id = version.resource_id) WHERE version_part_next IS NULL AND part IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE version SET version_part_next = (select r.part from resource r where r.id = version.resource_id) WHERE version_part_next IS NULL AND part IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 transaction locks=version version.part: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER version_part_sync ON version;
DROP FUNCTION version_part_sync();
ALTER TABLE version ALTER COLUMN part TYPE integer USING version_part_next;
ALTER TABLE version DROP COLUMN version_part_next;
COMMIT;

-- accrete:step 9 transaction locks=tag tag.part: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tag IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tag ADD COLUMN tag_part_next integer;

CREATE FUNCTION tag_part_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.part IS NOT DISTINCT FROM OLD.part AND NEW.version_id IS NOT DISTINCT FROM OLD.version_id THEN
        RETURN NEW;
    END IF;
    NEW.tag_part_next := (SELECT (select p.part from version p where p.id = tag.version_id) FROM (SELECT NEW.*) AS tag);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER tag_part_sync BEFORE INSERT OR UPDATE ON tag FOR EACH ROW EXECUTE FUNCTION tag_part_sync();
COMMIT;

-- accrete:step 10 autocommit tag.part: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 tag.id%TYPE;
    high_1 tag.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM tag ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM tag WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE tag SET tag_part_next = (select p.part from version p where p.id = tag.version_id) WHERE tag_part_next IS NULL AND part IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE tag SET tag_part_next = (select p.part from version p where p.id = tag.version_id) WHERE tag_part_next IS NULL AND part IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 autocommit tag.part: gather statistics
ANALYZE tag (tag_part_next);

-- accrete:step 12 transaction locks=tag tag.part: replace its values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tag IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER tag_part_sync ON tag;
DROP FUNCTION tag_part_sync();
ALTER TABLE tag DROP COLUMN part;
ALTER TABLE tag RENAME COLUMN tag_part_next TO part;
COMMIT;

-- accrete:step 13 autocommit index=resource_part_new_idx resource: build index resource_part_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY resource_part_new_idx ON resource (part, id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 14 transaction locks=resource resource: change primary key resource_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE resource DROP CONSTRAINT resource_pkey,
    ADD CONSTRAINT resource_pkey PRIMARY KEY USING INDEX resource_part_new_idx;
COMMIT;

-- accrete:step 15 autocommit index=version_part_new_idx version: build index version_part_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY version_part_new_idx ON version (part, id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 16 transaction locks=version version: change primary key version_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE version DROP CONSTRAINT version_pkey,
    ADD CONSTRAINT version_pkey PRIMARY KEY USING INDEX version_part_new_idx;
COMMIT;

-- accrete:step 17 transaction locks=tag,version tag: add foreign key tag_part_version_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE tag, version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE tag ADD CONSTRAINT tag_part_version_id_fkey FOREIGN KEY (part, version_id) REFERENCES version (part, id) NOT VALID;
COMMIT;

-- accrete:step 18 transaction tag: validate tag_part_version_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tag VALIDATE CONSTRAINT tag_part_version_id_fkey;
COMMIT;

-- accrete:step 19 transaction locks=resource,version version: add foreign key version_part_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE resource, version IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE version ADD CONSTRAINT version_part_resource_id_fkey FOREIGN KEY (part, resource_id) REFERENCES resource (part, id) NOT VALID;
COMMIT;

-- accrete:step 20 transaction version: validate version_part_resource_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE version VALIDATE CONSTRAINT version_part_resource_id_fkey;
COMMIT;
