-- accrete:migration V0002 case postgresql
-- accrete:model 1:b64b3cae23bfc7de865210cb89dd7ebb
-- accrete:verdict breaking
--
-- Changes
--   line.twice   change type from bigint to integer, using cast(twice as integer)   Line.twice
--   line.twice   drop generation                                                    Line.twice
--   line.twice   set default 0                                                      Line.twice
--   line.twice   set not null, existing rows: 0                                     Line.twice
-- Locks
--   line         ACCESS EXCLUSIVE, instant
--   line         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] line.twice: the running version of the application may write values that no longer fit
--   [ACC-H210] line.twice: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H203] line.twice: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=line line.twice: add plain column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD COLUMN line_twice_plain integer;

CREATE FUNCTION line_twice_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.line_twice_plain := (SELECT coalesce(cast((id * 2) as integer), 0) FROM (SELECT NEW.*) AS line);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER line_twice_sync BEFORE INSERT OR UPDATE ON line FOR EACH ROW EXECUTE FUNCTION line_twice_sync();
COMMIT;

-- accrete:step 2 autocommit line.line_twice_plain: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET line_twice_plain = coalesce(cast((twice) as integer), 0) WHERE line_twice_plain IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET line_twice_plain = coalesce(cast((twice) as integer), 0) WHERE line_twice_plain IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=line line.line_twice_plain: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_line_twice_plain_present CHECK (line_twice_plain IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction line: validate line_line_twice_plain_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_line_twice_plain_present;
COMMIT;

-- accrete:step 5 transaction locks=line line.line_twice_plain: set not null; line.twice: replace generated column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN line_twice_plain SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_line_twice_plain_present;
DROP TRIGGER line_twice_sync ON line;
DROP FUNCTION line_twice_sync();
ALTER TABLE line DROP COLUMN twice;
ALTER TABLE line RENAME COLUMN line_twice_plain TO twice;
ALTER TABLE line ALTER COLUMN twice SET DEFAULT 0;
COMMIT;
