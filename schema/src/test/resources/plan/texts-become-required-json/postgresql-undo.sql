-- accrete:undo V0002 case postgresql
-- accrete:model 1:e5f700712aff6eb4b8de15f9d13b06fa
-- accrete:verdict breaking
--
-- Changes
--   paper.extra   drop not null   Paper.extra
--   paper.extra   change type from json to varchar(255), using CASE WHEN char_length(CAST(extra AS varchar)) <= 255 THEN CAST(extra AS varchar) END   Paper.extra
-- Locks
--   paper         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] paper.extra: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.extra: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   paper.extra: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=paper paper.extra: add a column of type varchar(255) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_extra_next varchar(255);

CREATE FUNCTION paper_extra_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_extra_next := (SELECT CASE WHEN char_length(CAST(extra AS varchar)) <= 255 THEN CAST(extra AS varchar) END FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_extra_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_extra_sync();
COMMIT;

-- accrete:step 2 autocommit paper.extra: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_extra_next = CASE WHEN char_length(CAST(extra AS varchar)) <= 255 THEN CAST(extra AS varchar) END WHERE paper_extra_next IS NULL AND extra IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_extra_next = CASE WHEN char_length(CAST(extra AS varchar)) <= 255 THEN CAST(extra AS varchar) END WHERE paper_extra_next IS NULL AND extra IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit paper.extra: gather statistics
ANALYZE paper (paper_extra_next);

-- accrete:step 4 transaction locks=paper paper.extra: change type to varchar(255)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_extra_sync ON paper;
DROP FUNCTION paper_extra_sync();
ALTER TABLE paper DROP COLUMN extra;
ALTER TABLE paper RENAME COLUMN paper_extra_next TO extra;
COMMIT;
