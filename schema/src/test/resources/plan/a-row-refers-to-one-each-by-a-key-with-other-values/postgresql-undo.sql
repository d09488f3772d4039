-- accrete:undo V0002 case postgresql
-- accrete:model 1:7700b6660126b37211b74e850a87fa88
-- accrete:verdict breaking
--
-- Changes
--   walker.id        change type from bigint to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from walker o) x where x.k = walker.id) as varchar), 32, '0') as uuid)   Walker.id
--   walker.next_id   set not null, existing rows: case when row_number() over (order by id) <= (select count(*) from walker p where not exists (select 1 from walker c where c.next_id = p.id)) then (select array_agg(p.id order by p.id) from walker p where not exists (select 1 from walker c where c.next_id = p.id))[row_number() over (order by id)] end   Walker
--   visit.guide_id   set not null, existing rows: (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY)   Visit
--   walker           give references that walker_next_id_fkey misses other rows of walker                    Walker
--   walker           add foreign key walker_next_id_fkey (next_id) to walker                                 Walker
--   visit            add empty rows to walker that visit_guide_id_fkey misses                                Visit
--   visit            add foreign key visit_guide_id_fkey (guide_id) to walker                                Visit
-- Locks
--   visit            ACCESS EXCLUSIVE, instant
--   visit            SHARE UPDATE EXCLUSIVE, scan
--   walker           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] walker.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] walker.id: the running version of the application may write values that no longer fit
--   [ACC-H210] walker.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H203] walker.next_id: writes of the running version that leave the column empty fail
--   [ACC-H203] visit.guide_id: writes of the running version that leave the column empty fail
--   [ACC-H401] visit: no index starts with [guide_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   visit: add empty rows to walker that visit_guide_id_fkey misses
--   walker: give references that walker_next_id_fkey misses other rows of walker
--   visit.guide_id: rows without a value get (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY)
--   walker.next_id: rows without a value get case when row_number() over (order by id) <= (select count(*) from walker p where not exists (select 1 from walker c where c.next_id = p.id)) then (select array_agg(p.id order by p.id) from walker p where not exists (select 1 from walker c where c.next_id = p.id))[row_number() over (order by id)] end
--   walker.id: what the conversion of its values left out
-- Rows that stop this
--   walker.next_id: no value, where none is found for them (no query finds them before)
--   visit.guide_id: no value, where none is found for them
--     SELECT * FROM visit WHERE guide_id IS NULL AND (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY) IS NULL;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=walker walker.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE walker ADD COLUMN walker_id_next uuid;

CREATE FUNCTION walker_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.walker_id_next := (SELECT cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from walker o) x where x.k = walker.id) as varchar), 32, '0') as uuid) FROM (SELECT NEW.*) AS walker);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER walker_id_sync BEFORE INSERT OR UPDATE ON walker FOR EACH ROW EXECUTE FUNCTION walker_id_sync();
COMMIT;

-- accrete:step 2 autocommit walker.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.walker_walker_id_next_list1;

CREATE TEMPORARY TABLE walker_walker_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from walker o;

CREATE INDEX IF NOT EXISTS walker_walker_id_next_list1_n ON pg_temp.walker_walker_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS walker_walker_id_next_list1_k ON pg_temp.walker_walker_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 walker.id%TYPE;
    high_1 walker.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM walker ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM walker WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE walker SET walker_id_next = cast(lpad(cast((select x.n from pg_temp.walker_walker_id_next_list1 x where x.k = walker.id) as varchar), 32, '0') as uuid) WHERE walker_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE walker SET walker_id_next = cast(lpad(cast((select x.n from pg_temp.walker_walker_id_next_list1 x where x.k = walker.id) as varchar), 32, '0') as uuid) WHERE walker_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.walker_walker_id_next_list1;
RESET statement_timeout;

-- accrete:step 3 transaction locks=walker walker.id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER walker_id_sync ON walker;
DROP FUNCTION walker_id_sync();
ALTER TABLE walker ALTER COLUMN id TYPE uuid USING walker_id_next;
ALTER TABLE walker DROP COLUMN walker_id_next;
COMMIT;

-- accrete:step 4 autocommit visit.guide_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visit.id%TYPE;
    high_1 visit.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM visit ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM visit WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visit SET guide_id = (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY) WHERE guide_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE visit SET guide_id = (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY) WHERE guide_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=visit visit.guide_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ADD CONSTRAINT visit_guide_id_present CHECK (guide_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit visit.guide_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visit.id%TYPE;
    high_1 visit.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM visit ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM visit WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visit SET guide_id = (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY) WHERE guide_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE visit SET guide_id = (SELECT id FROM walker ORDER BY id FETCH FIRST ROW ONLY) WHERE guide_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction visit: validate visit_guide_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visit VALIDATE CONSTRAINT visit_guide_id_present;
COMMIT;

-- accrete:step 8 transaction locks=visit visit.guide_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ALTER COLUMN guide_id SET NOT NULL;
ALTER TABLE visit DROP CONSTRAINT visit_guide_id_present;
COMMIT;

-- accrete:step 9 autocommit walker.next_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.walker_next_id_values;

CREATE TEMPORARY TABLE walker_next_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from walker p where not exists (select 1 from walker c where c.next_id = p.id)) then (select array_agg(p.id order by p.id) from walker p where not exists (select 1 from walker c where c.next_id = p.id))[row_number() over (order by id)] end AS found
    FROM walker
    WHERE next_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS walker_next_id_place ON pg_temp.walker_next_id_values (key_1);

DO $accrete$
DECLARE
    low_1 walker.id%TYPE;
    high_1 walker.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM walker ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM walker WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE walker SET next_id = (SELECT v.found FROM pg_temp.walker_next_id_values v WHERE v.key_1 = walker.id) WHERE next_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE walker SET next_id = (SELECT v.found FROM pg_temp.walker_next_id_values v WHERE v.key_1 = walker.id) WHERE next_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.walker_next_id_values;
RESET statement_timeout;

-- accrete:step 10 transaction locks=walker walker.next_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE walker ADD CONSTRAINT walker_next_id_present CHECK (next_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 11 autocommit walker.next_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.walker_next_id_values;

CREATE TEMPORARY TABLE walker_next_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from walker p where not exists (select 1 from walker c where c.next_id = p.id)) then (select array_agg(p.id order by p.id) from walker p where not exists (select 1 from walker c where c.next_id = p.id))[row_number() over (order by id)] end AS found
    FROM walker
    WHERE next_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS walker_next_id_place ON pg_temp.walker_next_id_values (key_1);

DO $accrete$
DECLARE
    low_1 walker.id%TYPE;
    high_1 walker.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM walker ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM walker WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE walker SET next_id = (SELECT v.found FROM pg_temp.walker_next_id_values v WHERE v.key_1 = walker.id) WHERE next_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE walker SET next_id = (SELECT v.found FROM pg_temp.walker_next_id_values v WHERE v.key_1 = walker.id) WHERE next_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.walker_next_id_values;
RESET statement_timeout;

-- accrete:step 12 transaction walker: validate walker_next_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE walker VALIDATE CONSTRAINT walker_next_id_present;
COMMIT;

-- accrete:step 13 transaction locks=walker walker.next_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE walker ALTER COLUMN next_id SET NOT NULL;
ALTER TABLE walker DROP CONSTRAINT walker_next_id_present;
COMMIT;

-- accrete:step 14 autocommit walker: mend references to walker
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 walker.id%TYPE;
    high_1 walker.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM walker ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM walker WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE walker SET next_id = (select x.id from (select p.id, row_number() over (order by p.id) as n from walker p where not exists (select 1 from walker c where c.next_id = p.id)) x join (select o.id as k1, row_number() over (order by o.id) as n from walker o where not exists (select 1 from walker p where o.next_id = p.id)) y on y.n = x.n where y.k1 = walker.id) WHERE walker.next_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM walker r WHERE r.id = walker.next_id) AND id >= low_1;
                EXIT;
            END IF;
            UPDATE walker SET next_id = (select x.id from (select p.id, row_number() over (order by p.id) as n from walker p where not exists (select 1 from walker c where c.next_id = p.id)) x join (select o.id as k1, row_number() over (order by o.id) as n from walker o where not exists (select 1 from walker p where o.next_id = p.id)) y on y.n = x.n where y.k1 = walker.id) WHERE walker.next_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM walker r WHERE r.id = walker.next_id) AND id >= low_1 AND id < high_1;
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

-- accrete:step 15 autocommit visit: mend references to walker
SET statement_timeout = 0;

INSERT INTO walker (id, next_id)
    SELECT id, id FROM (SELECT DISTINCT visit.guide_id AS id FROM visit
    WHERE visit.guide_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM walker r WHERE r.id = visit.guide_id)) k;

RESET statement_timeout;

-- accrete:step 16 transaction locks=visit,walker visit: add foreign key visit_guide_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit, walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ADD CONSTRAINT visit_guide_id_fkey FOREIGN KEY (guide_id) REFERENCES walker (id) NOT VALID;
COMMIT;

-- accrete:step 17 transaction visit: validate visit_guide_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visit VALIDATE CONSTRAINT visit_guide_id_fkey;
COMMIT;

-- accrete:step 18 transaction locks=walker walker: add foreign key walker_next_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE walker ADD CONSTRAINT walker_next_id_fkey FOREIGN KEY (next_id) REFERENCES walker (id) NOT VALID;
COMMIT;

-- accrete:step 19 transaction walker: validate walker_next_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE walker VALIDATE CONSTRAINT walker_next_id_fkey;
COMMIT;
