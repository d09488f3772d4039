-- accrete:migration V0002 case postgresql
-- accrete:model 1:058499cb5e824954c43560fe740987de
-- accrete:verdict breaking
--
-- Changes
--   visit          drop foreign key visit_day_at_fkey (day_at) to season   Visit
--   visit.day_at   change type from date to bigint, using (select x.n from (select o.began as k, row_number() over (order by o.began) as n from season o) x where x.k = visit.day_at)   Visit.dayAt
-- Locks
--   season         ACCESS EXCLUSIVE, instant
--   visit          ACCESS EXCLUSIVE, instant
--   visit          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] visit.day_at: the running version of the application may write values that no longer fit
--   [ACC-H210] visit.day_at: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=season,visit visit: drop foreign key visit_day_at_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE season, visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit DROP CONSTRAINT visit_day_at_fkey;
COMMIT;

-- accrete:step 2 transaction locks=visit visit.day_at: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ADD COLUMN visit_day_at_next bigint;

CREATE FUNCTION visit_day_at_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.day_at IS NOT DISTINCT FROM OLD.day_at THEN
        RETURN NEW;
    END IF;
    NEW.visit_day_at_next := (SELECT (select x.n from (select o.began as k, row_number() over (order by o.began) as n from season o) x where x.k = visit.day_at) FROM (SELECT NEW.*) AS visit);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER visit_day_at_sync BEFORE INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION visit_day_at_sync();
COMMIT;

-- accrete:step 3 autocommit visit.day_at: convert rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.visit_visit_day_at_next_list1;

CREATE TEMPORARY TABLE visit_visit_day_at_next_list1 AS
    select o.began as k, row_number() over (order by o.began) as n from season o;

CREATE INDEX IF NOT EXISTS visit_visit_day_at_next_list1_n ON pg_temp.visit_visit_day_at_next_list1 (n);
CREATE INDEX IF NOT EXISTS visit_visit_day_at_next_list1_k ON pg_temp.visit_visit_day_at_next_list1 (k);

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
                UPDATE visit SET visit_day_at_next = (select x.n from pg_temp.visit_visit_day_at_next_list1 x where x.k = visit.day_at) WHERE visit_day_at_next IS NULL AND day_at IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE visit SET visit_day_at_next = (select x.n from pg_temp.visit_visit_day_at_next_list1 x where x.k = visit.day_at) WHERE visit_day_at_next IS NULL AND day_at IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.visit_visit_day_at_next_list1;
RESET statement_timeout;

-- accrete:step 4 autocommit index=visit_day_at_key_day_at_next visit: build index visit_day_at_key_day_at_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY visit_day_at_key_day_at_next ON visit (visit_day_at_next);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=visit visit.visit_day_at_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ADD CONSTRAINT visit_visit_day_at_next_present CHECK (visit_day_at_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 transaction visit: validate visit_visit_day_at_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visit VALIDATE CONSTRAINT visit_visit_day_at_next_present;
COMMIT;

-- accrete:step 7 transaction locks=visit visit.visit_day_at_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ALTER COLUMN visit_day_at_next SET NOT NULL;
ALTER TABLE visit DROP CONSTRAINT visit_visit_day_at_next_present;
COMMIT;

-- accrete:step 8 autocommit visit.day_at: gather statistics
ANALYZE visit (visit_day_at_next);

-- accrete:step 9 transaction locks=visit visit.day_at: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER visit_day_at_sync ON visit;
DROP FUNCTION visit_day_at_sync();
ALTER TABLE visit DROP COLUMN day_at;
ALTER TABLE visit RENAME COLUMN visit_day_at_next TO day_at;
ALTER TABLE visit ADD CONSTRAINT visit_day_at_key UNIQUE USING INDEX visit_day_at_key_day_at_next;
COMMIT;
