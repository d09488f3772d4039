-- accrete:migration V0002 case postgresql
-- accrete:model 1:790853fa6aac36682dcb3d05a3367a06
-- accrete:verdict breaking
--
-- Changes
--   visit            drop foreign key visit_guide_id_fkey (guide_id) to walker   Visit
--   walker           drop foreign key walker_next_id_fkey (next_id) to walker    Walker
--   walker           keep with unmapped column: walker_next_id_key (next_id)     Walker
--   visit.guide_id   keep unmapped column                                        Visit
--   walker.next_id   keep unmapped column                                        Walker
--   visit.guide_id   drop not null of unmapped column                            Visit
--   walker.next_id   drop not null of unmapped column                            Walker
--   walker.id        change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from walker o) x where x.k = walker.id)   Walker.id
-- Locks
--   visit            ACCESS EXCLUSIVE, instant
--   walker           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] walker.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] walker.id: the running version of the application may write values that no longer fit
--   [ACC-H210] walker.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=visit,walker visit: drop foreign key visit_guide_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit, walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit DROP CONSTRAINT visit_guide_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=walker walker: drop foreign key walker_next_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE walker DROP CONSTRAINT walker_next_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=visit visit.guide_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ALTER COLUMN guide_id DROP NOT NULL;
COMMIT;

-- accrete:step 4 transaction locks=walker walker.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE walker ADD COLUMN walker_id_next bigint;

CREATE FUNCTION walker_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.walker_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from walker o) x where x.k = walker.id) FROM (SELECT NEW.*) AS walker);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER walker_id_sync BEFORE INSERT OR UPDATE ON walker FOR EACH ROW EXECUTE FUNCTION walker_id_sync();
COMMIT;

-- accrete:step 5 autocommit walker.id: look up the values of rows that exist
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
                UPDATE walker SET walker_id_next = (select x.n from pg_temp.walker_walker_id_next_list1 x where x.k = walker.id) WHERE walker_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE walker SET walker_id_next = (select x.n from pg_temp.walker_walker_id_next_list1 x where x.k = walker.id) WHERE walker_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=walker walker.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER walker_id_sync ON walker;
DROP FUNCTION walker_id_sync();
ALTER TABLE walker ALTER COLUMN id TYPE bigint USING walker_id_next;
ALTER TABLE walker DROP COLUMN walker_id_next;
COMMIT;

-- accrete:step 7 transaction locks=walker walker.next_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE walker IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE walker ALTER COLUMN next_id DROP NOT NULL;
COMMIT;
