-- accrete:migration V0002 case postgresql
-- accrete:model 1:00393043f3a94fac404ce165b05aa1a2
-- accrete:verdict breaking
--
-- Changes
--   drill       drop foreign key drill_id_fkey (id) to tool                                                 Drill
--   mast        drop foreign key mast_area_nr_fkey (area, nr) to site                                       Mast
--   screw       drop foreign key screw_id_fkey (id) to part                                                 Screw
--   drill.id    change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)     Drill.id
--   mast.area   change type from bigint to uuid, using cast(lpad(cast(area as varchar), 32, '0') as uuid)   Mast.area
--   screw.id    change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from screw o) x where x.k = screw.id)   Screw.id
-- Locks
--   drill       ACCESS EXCLUSIVE, rewrite
--   mast        ACCESS EXCLUSIVE, rewrite
--   part        ACCESS EXCLUSIVE, instant
--   screw       ACCESS EXCLUSIVE, rewrite
--   site        ACCESS EXCLUSIVE, instant
--   tool        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] drill.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] drill.id: the running version of the application may write values that no longer fit
--   [ACC-H210] drill.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] mast.area: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] mast.area: the running version of the application may write values that no longer fit
--   [ACC-H210] mast.area: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] screw.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] screw.id: the running version of the application may write values that no longer fit
--   [ACC-H210] screw.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=drill,tool drill: drop foreign key drill_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE drill, tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE drill DROP CONSTRAINT drill_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=mast,site mast: drop foreign key mast_area_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE mast, site IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mast DROP CONSTRAINT mast_area_nr_fkey;
COMMIT;

-- accrete:step 3 transaction locks=part,screw screw: drop foreign key screw_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE part, screw IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE screw DROP CONSTRAINT screw_id_fkey;
COMMIT;

-- accrete:step 4 transaction locks=drill drill.id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE drill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE drill ALTER COLUMN id TYPE uuid USING cast(lpad(cast(id as varchar), 32, '0') as uuid);
COMMIT;

-- accrete:step 5 transaction locks=mast mast.area: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE mast IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE mast ALTER COLUMN area TYPE uuid USING cast(lpad(cast(area as varchar), 32, '0') as uuid);
COMMIT;

-- accrete:step 6 transaction locks=screw screw.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE screw IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE screw ADD COLUMN screw_id_next bigint;

CREATE FUNCTION screw_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.screw_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from screw o) x where x.k = screw.id) FROM (SELECT NEW.*) AS screw);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER screw_id_sync BEFORE INSERT OR UPDATE ON screw FOR EACH ROW EXECUTE FUNCTION screw_id_sync();
COMMIT;

-- accrete:step 7 autocommit screw.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.screw_screw_id_next_list1;

CREATE TEMPORARY TABLE screw_screw_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from screw o;

CREATE INDEX IF NOT EXISTS screw_screw_id_next_list1_n ON pg_temp.screw_screw_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS screw_screw_id_next_list1_k ON pg_temp.screw_screw_id_next_list1 (k);

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
                UPDATE screw SET screw_id_next = (select x.n from pg_temp.screw_screw_id_next_list1 x where x.k = screw.id) WHERE screw_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE screw SET screw_id_next = (select x.n from pg_temp.screw_screw_id_next_list1 x where x.k = screw.id) WHERE screw_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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
RESET statement_timeout;

-- accrete:step 8 transaction locks=screw screw.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE screw IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER screw_id_sync ON screw;
DROP FUNCTION screw_id_sync();
ALTER TABLE screw ALTER COLUMN id TYPE bigint USING screw_id_next;
ALTER TABLE screw DROP COLUMN screw_id_next;
COMMIT;
