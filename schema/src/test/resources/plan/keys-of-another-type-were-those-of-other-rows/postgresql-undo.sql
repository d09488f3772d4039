-- accrete:undo V0002 case postgresql
-- accrete:model 1:fdb9e3c75d9fab0ac1d9b6d44a4b21b3
-- accrete:verdict breaking
--
-- Changes
--   screw.id    change type from bigint to uuid, using (select x.id from (select p.id, row_number() over (order by p.id) as n from part p) x join (select o.id as k1, row_number() over (order by o.id) as n from screw o) y on y.n = x.n where y.k1 = screw.id)   Screw.id
--   mast.area   change type from uuid to bigint, using (select x.area from (select p.area, row_number() over (order by p.area, p.nr) as n from site p) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr)   Mast.area
--   drill.id    change type from uuid to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from tool p) x join (select o.id as k1, row_number() over (order by o.id) as n from drill o) y on y.n = x.n where y.k1 = drill.id)   Drill.id
--   screw       add foreign key screw_id_fkey (id) to part                                     Screw
--   mast        look up what the references of mast_area_nr_fkey mean, whose keys are others   Mast
--   mast        add foreign key mast_area_nr_fkey (area, nr) to site                           Mast
--   drill       add foreign key drill_id_fkey (id) to tool                                     Drill
-- Locks
--   drill       ACCESS EXCLUSIVE, rewrite
--   mast        ACCESS EXCLUSIVE, rewrite
--   part        SHARE ROW EXCLUSIVE, instant
--   screw       ACCESS EXCLUSIVE, rewrite
--   site        SHARE ROW EXCLUSIVE, instant
--   tool        SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] screw.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] screw.id: the running version of the application may write values that no longer fit
--   [ACC-H210] screw.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] mast.area: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] mast.area: the running version of the application may write values that no longer fit
--   [ACC-H210] mast.area: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] drill.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] drill.id: the running version of the application may write values that no longer fit
--   [ACC-H210] drill.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] screw: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] screw: the running version fails when it writes rows, for it writes none of the same key to part
--   [ACC-H205] mast: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] mast: the running version fails when it writes rows, for it writes none of the same key to site
--   [ACC-H205] drill: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] drill: the running version fails when it writes rows, for it writes none of the same key to tool
-- Data that does not come back
--   mast: look up what the references of mast_area_nr_fkey mean, whose keys are others
--   drill.id: what the conversion of its values left out
--   mast.area: what the conversion of its values left out
--   screw.id: what the conversion of its values left out
-- Rows that stop this
--   screw.id: no value, where none is found for them (no query finds them before)
--   mast.area: no value, where none is found for them (no query finds them before)
--   drill.id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=drill drill.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE drill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE drill ADD COLUMN drill_id_next bigint;

CREATE FUNCTION drill_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.drill_id_next := (SELECT (select x.id from (select p.id, row_number() over (order by p.id) as n from tool p) x join (select o.id as k1, row_number() over (order by o.id) as n from drill o) y on y.n = x.n where y.k1 = drill.id) FROM (SELECT NEW.*) AS drill);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER drill_id_sync BEFORE INSERT OR UPDATE ON drill FOR EACH ROW EXECUTE FUNCTION drill_id_sync();
COMMIT;

-- accrete:step 2 autocommit drill.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.drill_drill_id_next_list1;

CREATE TEMPORARY TABLE drill_drill_id_next_list1 AS
    select p.id, row_number() over (order by p.id) as n from tool p;

CREATE INDEX IF NOT EXISTS drill_drill_id_next_list1_id ON pg_temp.drill_drill_id_next_list1 (id);
CREATE INDEX IF NOT EXISTS drill_drill_id_next_list1_n ON pg_temp.drill_drill_id_next_list1 (n);
DROP TABLE IF EXISTS pg_temp.drill_drill_id_next_list2;

CREATE TEMPORARY TABLE drill_drill_id_next_list2 AS
    select o.id as k1, row_number() over (order by o.id) as n from drill o;

CREATE INDEX IF NOT EXISTS drill_drill_id_next_list2_n ON pg_temp.drill_drill_id_next_list2 (n);
CREATE INDEX IF NOT EXISTS drill_drill_id_next_list2_k1 ON pg_temp.drill_drill_id_next_list2 (k1);

DO $accrete$
DECLARE
    low_1 drill.id%TYPE;
    high_1 drill.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM drill ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM drill WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE drill SET drill_id_next = (select x.id from pg_temp.drill_drill_id_next_list1 x join pg_temp.drill_drill_id_next_list2 y on y.n = x.n where y.k1 = drill.id) WHERE drill_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE drill SET drill_id_next = (select x.id from pg_temp.drill_drill_id_next_list1 x join pg_temp.drill_drill_id_next_list2 y on y.n = x.n where y.k1 = drill.id) WHERE drill_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.drill_drill_id_next_list1;
DROP TABLE IF EXISTS pg_temp.drill_drill_id_next_list2;
RESET statement_timeout;

-- accrete:step 3 transaction locks=drill drill.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE drill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER drill_id_sync ON drill;
DROP FUNCTION drill_id_sync();
ALTER TABLE drill ALTER COLUMN id TYPE bigint USING drill_id_next;
ALTER TABLE drill DROP COLUMN drill_id_next;
COMMIT;

-- accrete:step 4 transaction locks=mast mast.area: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mast IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mast ADD COLUMN mast_area_next bigint;

CREATE FUNCTION mast_area_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.area IS NOT DISTINCT FROM OLD.area AND NEW.nr IS NOT DISTINCT FROM OLD.nr THEN
        RETURN NEW;
    END IF;
    NEW.mast_area_next := (SELECT (select x.area from (select p.area, row_number() over (order by p.area, p.nr) as n from site p) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr) FROM (SELECT NEW.*) AS mast);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER mast_area_sync BEFORE INSERT OR UPDATE ON mast FOR EACH ROW EXECUTE FUNCTION mast_area_sync();
COMMIT;

-- accrete:step 5 autocommit mast.area: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.mast_mast_area_next_list1;

CREATE TEMPORARY TABLE mast_mast_area_next_list1 AS
    select p.area, row_number() over (order by p.area, p.nr) as n from site p;

CREATE INDEX IF NOT EXISTS mast_mast_area_next_list1_area ON pg_temp.mast_mast_area_next_list1 (area);
CREATE INDEX IF NOT EXISTS mast_mast_area_next_list1_n ON pg_temp.mast_mast_area_next_list1 (n);
DROP TABLE IF EXISTS pg_temp.mast_mast_area_next_list2;

CREATE TEMPORARY TABLE mast_mast_area_next_list2 AS
    select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o;

CREATE INDEX IF NOT EXISTS mast_mast_area_next_list2_n ON pg_temp.mast_mast_area_next_list2 (n);
CREATE INDEX IF NOT EXISTS mast_mast_area_next_list2_k1 ON pg_temp.mast_mast_area_next_list2 (k1);
CREATE INDEX IF NOT EXISTS mast_mast_area_next_list2_k2 ON pg_temp.mast_mast_area_next_list2 (k2);

DO $accrete$
DECLARE
    low_1 mast.area%TYPE;
    low_2 mast.nr%TYPE;
    high_1 mast.area%TYPE;
    high_2 mast.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT area, nr INTO low_1, low_2 FROM mast ORDER BY area, nr LIMIT 1;
    LOOP
        SELECT area, nr INTO high_1, high_2 FROM mast WHERE (area, nr) >= (low_1, low_2) ORDER BY area, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE mast SET mast_area_next = (select x.area from pg_temp.mast_mast_area_next_list1 x join pg_temp.mast_mast_area_next_list2 y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr) WHERE mast_area_next IS NULL AND area IS NOT NULL AND (area, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE mast SET mast_area_next = (select x.area from pg_temp.mast_mast_area_next_list1 x join pg_temp.mast_mast_area_next_list2 y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr) WHERE mast_area_next IS NULL AND area IS NOT NULL AND (area, nr) >= (low_1, low_2) AND (area, nr) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.mast_mast_area_next_list1;
DROP TABLE IF EXISTS pg_temp.mast_mast_area_next_list2;
RESET statement_timeout;

-- accrete:step 6 transaction locks=mast mast.area: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE mast IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER mast_area_sync ON mast;
DROP FUNCTION mast_area_sync();
ALTER TABLE mast ALTER COLUMN area TYPE bigint USING mast_area_next;
ALTER TABLE mast DROP COLUMN mast_area_next;
COMMIT;

-- accrete:step 7 transaction locks=screw screw.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE screw IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE screw ADD COLUMN screw_id_next uuid;

CREATE FUNCTION screw_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.screw_id_next := (SELECT (select x.id from (select p.id, row_number() over (order by p.id) as n from part p) x join (select o.id as k1, row_number() over (order by o.id) as n from screw o) y on y.n = x.n where y.k1 = screw.id) FROM (SELECT NEW.*) AS screw);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER screw_id_sync BEFORE INSERT OR UPDATE ON screw FOR EACH ROW EXECUTE FUNCTION screw_id_sync();
COMMIT;

-- accrete:step 8 autocommit screw.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.screw_screw_id_next_list1;

CREATE TEMPORARY TABLE screw_screw_id_next_list1 AS
    select p.id, row_number() over (order by p.id) as n from part p;

CREATE INDEX IF NOT EXISTS screw_screw_id_next_list1_id ON pg_temp.screw_screw_id_next_list1 (id);
CREATE INDEX IF NOT EXISTS screw_screw_id_next_list1_n ON pg_temp.screw_screw_id_next_list1 (n);
DROP TABLE IF EXISTS pg_temp.screw_screw_id_next_list2;

CREATE TEMPORARY TABLE screw_screw_id_next_list2 AS
    select o.id as k1, row_number() over (order by o.id) as n from screw o;

CREATE INDEX IF NOT EXISTS screw_screw_id_next_list2_n ON pg_temp.screw_screw_id_next_list2 (n);
CREATE INDEX IF NOT EXISTS screw_screw_id_next_list2_k1 ON pg_temp.screw_screw_id_next_list2 (k1);

DO $accrete$
DECLARE
    low_1 screw.id%TYPE;
    high_1 screw.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM screw ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM screw WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE screw SET screw_id_next = (select x.id from pg_temp.screw_screw_id_next_list1 x join pg_temp.screw_screw_id_next_list2 y on y.n = x.n where y.k1 = screw.id) WHERE screw_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE screw SET screw_id_next = (select x.id from pg_temp.screw_screw_id_next_list1 x join pg_temp.screw_screw_id_next_list2 y on y.n = x.n where y.k1 = screw.id) WHERE screw_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.screw_screw_id_next_list1;
DROP TABLE IF EXISTS pg_temp.screw_screw_id_next_list2;
RESET statement_timeout;

-- accrete:step 9 transaction locks=screw screw.id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE screw IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER screw_id_sync ON screw;
DROP FUNCTION screw_id_sync();
ALTER TABLE screw ALTER COLUMN id TYPE uuid USING screw_id_next;
ALTER TABLE screw DROP COLUMN screw_id_next;
COMMIT;

-- accrete:step 10 autocommit mast: mend references to site
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 mast.area%TYPE;
    low_2 mast.nr%TYPE;
    high_1 mast.area%TYPE;
    high_2 mast.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT area, nr INTO low_1, low_2 FROM mast ORDER BY area, nr LIMIT 1;
    LOOP
        SELECT area, nr INTO high_1, high_2 FROM mast WHERE (area, nr) >= (low_1, low_2) ORDER BY area, nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE mast SET area = (select x.area from (select p.area, row_number() over (order by p.area, p.nr) as n from site p where not exists (select 1 from mast c where c.area = p.area and c.nr = p.nr)) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o where not exists (select 1 from site p where o.area = p.area and o.nr = p.nr)) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr), nr = (select x.nr from (select p.nr, row_number() over (order by p.area, p.nr) as n from site p where not exists (select 1 from mast c where c.area = p.area and c.nr = p.nr)) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o where not exists (select 1 from site p where o.area = p.area and o.nr = p.nr)) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr) WHERE mast.area IS NOT NULL AND mast.nr IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM site r WHERE r.area = mast.area AND r.nr = mast.nr) AND (area, nr) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE mast SET area = (select x.area from (select p.area, row_number() over (order by p.area, p.nr) as n from site p where not exists (select 1 from mast c where c.area = p.area and c.nr = p.nr)) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o where not exists (select 1 from site p where o.area = p.area and o.nr = p.nr)) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr), nr = (select x.nr from (select p.nr, row_number() over (order by p.area, p.nr) as n from site p where not exists (select 1 from mast c where c.area = p.area and c.nr = p.nr)) x join (select o.area as k1, o.nr as k2, row_number() over (order by o.area, o.nr) as n from mast o where not exists (select 1 from site p where o.area = p.area and o.nr = p.nr)) y on y.n = x.n where y.k1 = mast.area and y.k2 = mast.nr) WHERE mast.area IS NOT NULL AND mast.nr IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM site r WHERE r.area = mast.area AND r.nr = mast.nr) AND (area, nr) >= (low_1, low_2) AND (area, nr) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 11 transaction locks=drill,tool drill: add foreign key drill_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE drill, tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE drill ADD CONSTRAINT drill_id_fkey FOREIGN KEY (id) REFERENCES tool (id) NOT VALID;
COMMIT;

-- accrete:step 12 transaction drill: validate drill_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE drill VALIDATE CONSTRAINT drill_id_fkey;
COMMIT;

-- accrete:step 13 transaction locks=mast,site mast: add foreign key mast_area_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mast, site IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mast ADD CONSTRAINT mast_area_nr_fkey FOREIGN KEY (area, nr) REFERENCES site (area, nr) NOT VALID;
COMMIT;

-- accrete:step 14 transaction mast: validate mast_area_nr_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE mast VALIDATE CONSTRAINT mast_area_nr_fkey;
COMMIT;

-- accrete:step 15 transaction locks=part,screw screw: add foreign key screw_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE part, screw IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE screw ADD CONSTRAINT screw_id_fkey FOREIGN KEY (id) REFERENCES part (id) NOT VALID;
COMMIT;

-- accrete:step 16 transaction screw: validate screw_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE screw VALIDATE CONSTRAINT screw_id_fkey;
COMMIT;
