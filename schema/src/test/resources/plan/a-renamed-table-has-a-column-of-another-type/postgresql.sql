-- accrete:migration V0002 case postgresql
-- accrete:model 1:5ade3e097391b9e89f23c9ae08ec7dfd
-- accrete:verdict breaking
--
-- Changes
--   stay         rename table from visit                                       Stay
--   stay         rename constraint from visit_began_key to stay_began_key      Stay
--   stay         rename constraint from visit_pkey to stay_pkey                Stay
--   stay         rename index from visit_began_id_idx to stay_began_id_idx     Stay
--   stay.began   change type from timestamp_with_timezone(6) to timestamp(6)   Stay.began
-- Locks
--   stay         ACCESS EXCLUSIVE, instant
--   stay         SHARE UPDATE EXCLUSIVE, scan
--   visit        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] stay: the running version of the application looks for the old name
--   [ACC-H204] stay.began: the running version of the application may write values that no longer fit
--   [ACC-H210] stay.began: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H211] stay.began: the time zone of the session that migrates decides what the values mean
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=visit visit: rename to stay
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit RENAME TO stay;
COMMIT;

-- accrete:step 2 transaction locks=stay stay: rename constraint visit_began_key to stay_began_key; stay: rename constraint visit_pkey to stay_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay RENAME CONSTRAINT visit_began_key TO stay_began_key;
ALTER TABLE stay RENAME CONSTRAINT visit_pkey TO stay_pkey;
COMMIT;

-- accrete:step 3 transaction stay: rename index visit_began_id_idx to stay_began_id_idx
BEGIN;
ALTER INDEX visit_began_id_idx RENAME TO stay_began_id_idx;
COMMIT;

-- accrete:step 4 transaction locks=stay stay.began: add a column of type timestamp(6) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay ADD COLUMN stay_began_next timestamp(6);

CREATE FUNCTION stay_began_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.stay_began_next := (SELECT began::timestamp(6) FROM (SELECT NEW.*) AS stay);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER stay_began_sync BEFORE INSERT OR UPDATE ON stay FOR EACH ROW EXECUTE FUNCTION stay_began_sync();
COMMIT;

-- accrete:step 5 autocommit stay.began: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 stay.id%TYPE;
    high_1 stay.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM stay ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM stay WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE stay SET stay_began_next = began::timestamp(6) WHERE stay_began_next IS NULL AND began IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE stay SET stay_began_next = began::timestamp(6) WHERE stay_began_next IS NULL AND began IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit index=stay_began_id_idx_began_next stay: build index stay_began_id_idx_began_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY stay_began_id_idx_began_next ON stay (stay_began_next, id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 7 autocommit index=stay_began_key_began_next stay: build index stay_began_key_began_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY stay_began_key_began_next ON stay (stay_began_next);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 autocommit stay.began: gather statistics
ANALYZE stay (stay_began_next);

-- accrete:step 9 transaction locks=stay stay.began: change type to timestamp(6)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER stay_began_sync ON stay;
DROP FUNCTION stay_began_sync();
ALTER TABLE stay DROP COLUMN began;
ALTER TABLE stay RENAME COLUMN stay_began_next TO began;
ALTER INDEX stay_began_id_idx_began_next RENAME TO stay_began_id_idx;
ALTER TABLE stay ADD CONSTRAINT stay_began_key UNIQUE USING INDEX stay_began_key_began_next;
COMMIT;
