-- accrete:undo V0002 draft postgresql
-- accrete:model 1:5b3e72c1d5bf30f1445b119873ca2751
-- accrete:verdict breaking
--
-- Changes
--   ticket.state      change type from enum('OPEN','SOLVED','CLOSED')[10] to enum('OPEN','CLOSED')[10], using CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END   Ticket.state
--   ticket.priority   change type from ordinal('LOW','HIGH','URGENT') to ordinal('LOW','HIGH'), using CASE priority WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 0 END   Ticket.priority
-- Locks
--   ticket            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] ticket.state: the running version of the application may write values that no longer fit
--   [ACC-H101] ticket.priority: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] ticket.priority: the running version of the application may write values that no longer fit
-- Data that does not come back
--   ticket.priority: what the conversion of its values left out
--   ticket.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=ticket ticket.priority: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE ticket DROP CONSTRAINT ticket_priority_check,
    ALTER COLUMN priority TYPE smallint USING CASE priority WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 0 END,
    ADD CONSTRAINT ticket_priority_check CHECK (priority between 0 and 1) NOT VALID;
COMMIT;

-- accrete:step 2 transaction ticket: validate ticket_priority_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_priority_check;
COMMIT;

-- accrete:step 3 autocommit ticket.state: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 ticket.id%TYPE;
    high_1 ticket.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM ticket ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM ticket WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE ticket SET state = CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END WHERE state NOT IN ('OPEN','CLOSED') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE ticket SET state = CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END WHERE state NOT IN ('OPEN','CLOSED') AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=ticket ticket.state: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE ticket DROP CONSTRAINT ticket_state_check,
    ADD CONSTRAINT ticket_state_check CHECK (state in ('OPEN','CLOSED')) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit ticket.state: convert rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 ticket.id%TYPE;
    high_1 ticket.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM ticket ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM ticket WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE ticket SET state = CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END WHERE state NOT IN ('OPEN','CLOSED') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE ticket SET state = CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END WHERE state NOT IN ('OPEN','CLOSED') AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction ticket: validate ticket_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_state_check;
COMMIT;
