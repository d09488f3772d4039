-- accrete:migration V0002 case postgresql
-- accrete:model 1:0ef064f8ab404a503b6e425f1b4e51ab
-- accrete:verdict breaking
--
-- Changes
--   trial.verdict_id   change type from boolean to bigint, using case when verdict_id then 1 when not verdict_id then 0 end   Trial.verdictId
--   verdict.id         change type from boolean to bigint, using case when id then 1 when not id then 0 end                   Verdict.id
-- Locks
--   trial              ACCESS EXCLUSIVE, instant
--   trial              SHARE UPDATE EXCLUSIVE, scan
--   verdict            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] trial.verdict_id: the running version of the application may write values that no longer fit
--   [ACC-H210] trial.verdict_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] verdict.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] verdict.id: the running version of the application may write values that no longer fit
--   [ACC-H210] verdict.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   verdict: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT case when id then 1 when not id then 0 end AS id FROM verdict) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=trial,verdict trial: drop foreign key trial_verdict_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial, verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trial DROP CONSTRAINT trial_verdict_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=trial trial.verdict_id: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trial ADD COLUMN trial_verdict_id_next bigint;

CREATE FUNCTION trial_verdict_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.trial_verdict_id_next := (SELECT case when verdict_id then 1 when not verdict_id then 0 end FROM (SELECT NEW.*) AS trial);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER trial_verdict_id_sync BEFORE INSERT OR UPDATE ON trial FOR EACH ROW EXECUTE FUNCTION trial_verdict_id_sync();
COMMIT;

-- accrete:step 3 autocommit trial.verdict_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 trial.id%TYPE;
    high_1 trial.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM trial ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM trial WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE trial SET trial_verdict_id_next = case when verdict_id then 1 when not verdict_id then 0 end WHERE trial_verdict_id_next IS NULL AND verdict_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE trial SET trial_verdict_id_next = case when verdict_id then 1 when not verdict_id then 0 end WHERE trial_verdict_id_next IS NULL AND verdict_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 autocommit trial.verdict_id: gather statistics
ANALYZE trial (trial_verdict_id_next);

-- accrete:step 5 transaction locks=trial trial.verdict_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER trial_verdict_id_sync ON trial;
DROP FUNCTION trial_verdict_id_sync();
ALTER TABLE trial DROP COLUMN verdict_id;
ALTER TABLE trial RENAME COLUMN trial_verdict_id_next TO verdict_id;
COMMIT;

-- accrete:step 6 transaction locks=verdict verdict.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE verdict ALTER COLUMN id TYPE bigint USING case when id then 1 when not id then 0 end;
COMMIT;

-- accrete:step 7 transaction locks=trial,verdict trial: add foreign key trial_verdict_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial, verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trial ADD CONSTRAINT trial_verdict_id_fkey FOREIGN KEY (verdict_id) REFERENCES verdict (id) NOT VALID;
COMMIT;

-- accrete:step 8 transaction trial: validate trial_verdict_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE trial VALIDATE CONSTRAINT trial_verdict_id_fkey;
COMMIT;
