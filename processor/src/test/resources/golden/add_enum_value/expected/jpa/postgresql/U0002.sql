-- accrete:undo V0002 draft postgresql
-- accrete:model 1:5b3e72c1d5bf30f1445b119873ca2751
-- accrete:verdict breaking
--
-- Changes
--   Ticket.state      change type from enum('OPEN','SOLVED','CLOSED')[10] to enum('OPEN','CLOSED')[10], using CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END   Ticket.state
--   Ticket.priority   change type from ordinal('LOW','HIGH','URGENT') to ordinal('LOW','HIGH'), using CASE priority WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 0 END   Ticket.priority
-- Locks
--   Ticket            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] Ticket.state: the running version of the application may write values that no longer fit
--   [ACC-H101] Ticket.priority: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] Ticket.priority: the running version of the application may write values that no longer fit
-- Data that does not come back
--   Ticket.priority: what the conversion of its values left out
--   Ticket.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=Ticket Ticket.priority: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE Ticket DROP CONSTRAINT Ticket_priority_check,
    ALTER COLUMN priority TYPE smallint USING CASE priority WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 0 END,
    ADD CONSTRAINT Ticket_priority_check CHECK (priority between 0 and 1) NOT VALID;
COMMIT;

-- accrete:step 2 transaction Ticket: validate Ticket_priority_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Ticket VALIDATE CONSTRAINT Ticket_priority_check;
COMMIT;

-- accrete:step 3 autocommit Ticket.state: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 Ticket.id%TYPE;
    high_1 Ticket.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM Ticket ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM Ticket WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE Ticket SET state = CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END WHERE state NOT IN ('OPEN','CLOSED') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Ticket SET state = CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END WHERE state NOT IN ('OPEN','CLOSED') AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=Ticket Ticket.state: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE Ticket DROP CONSTRAINT Ticket_state_check,
    ADD CONSTRAINT Ticket_state_check CHECK (state in ('OPEN','CLOSED')) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit Ticket.state: convert rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 Ticket.id%TYPE;
    high_1 Ticket.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM Ticket ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM Ticket WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE Ticket SET state = CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END WHERE state NOT IN ('OPEN','CLOSED') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE Ticket SET state = CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END WHERE state NOT IN ('OPEN','CLOSED') AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction Ticket: validate Ticket_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Ticket VALIDATE CONSTRAINT Ticket_state_check;
COMMIT;
