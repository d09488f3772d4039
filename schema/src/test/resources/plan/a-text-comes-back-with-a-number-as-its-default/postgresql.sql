-- accrete:migration V0002 case postgresql
-- accrete:model 1:f1458ebf9159530e6f40772c52b22825
-- accrete:verdict breaking
--
-- Changes
--   line.amount   change type from varchar(20) to numeric(38,2)   Line.amount
--   line.amount   drop default                                    Line.amount
--   line.amount   drop not null                                   Line.amount
-- Locks
--   line          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] line.amount: the running version of the application may write values that no longer fit
--   [ACC-H210] line.amount: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   line.amount: texts that are no numeric(38,2)
--     SELECT * FROM line WHERE amount = '' OR regexp_replace(amount, '^-?[0-9]+([.][0-9]+)?$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=line line.amount: add a column of type numeric(38,2) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD COLUMN line_amount_next numeric(38,2);

CREATE FUNCTION line_amount_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.line_amount_next := (SELECT amount::numeric(38,2) FROM (SELECT NEW.*) AS line);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER line_amount_sync BEFORE INSERT OR UPDATE ON line FOR EACH ROW EXECUTE FUNCTION line_amount_sync();
COMMIT;

-- accrete:step 2 autocommit line.amount: convert rows that exist
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
                UPDATE line SET line_amount_next = amount::numeric(38,2) WHERE line_amount_next IS NULL AND amount IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET line_amount_next = amount::numeric(38,2) WHERE line_amount_next IS NULL AND amount IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit line.amount: gather statistics
ANALYZE line (line_amount_next);

-- accrete:step 4 transaction locks=line line.amount: change type to numeric(38,2)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER line_amount_sync ON line;
DROP FUNCTION line_amount_sync();
ALTER TABLE line DROP COLUMN amount;
ALTER TABLE line RENAME COLUMN line_amount_next TO amount;
COMMIT;
