-- accrete:migration V0002 case postgresql
-- accrete:model 1:bb6f46bf060b5546697519a2e65cc6d1
-- accrete:verdict breaking
--
-- Changes
--   ticket.token    add column uuid not null, existing rows: cast(lpad(cast(row_number() over (order by event, seat) as varchar), 32, '0') as uuid)   Ticket.token
--   ticket.turn     add column integer not null, existing rows: row_number() over (partition by event order by event, seat)   Ticket.turn
--   ticket.serial   set not null, existing rows: row_number() over (order by event, seat) + (select coalesce(max(o.serial), 0) from ticket o)   Ticket.serial
--   ticket          add unique constraint ticket_serial_key (serial)      Ticket
--   ticket          add unique constraint ticket_token_key (token)        Ticket
--   ticket          add unique constraint ticket_turn_key (event, turn)   Ticket
-- Locks
--   ticket          ACCESS EXCLUSIVE, instant
--   ticket          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] ticket.token: inserts of the running version leave the new column out and fail
--   [ACC-H203] ticket.turn: inserts of the running version leave the new column out and fail
--   [ACC-H203] ticket.serial: writes of the running version that leave the column empty fail
--   [ACC-H205] ticket: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] ticket: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] ticket: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   ticket: the same values in serial
--     SELECT serial, count(*) FROM ticket WHERE serial IS NOT NULL GROUP BY serial HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit ticket.serial: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.ticket_serial_values;

CREATE TEMPORARY TABLE ticket_serial_values AS
    SELECT event AS key_1, seat AS key_2, row_number() over (order by event, seat) + (select coalesce(max(o.serial), 0) from ticket o) AS found
    FROM ticket
    WHERE serial IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_serial_place ON pg_temp.ticket_serial_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 ticket.event%TYPE;
    low_2 ticket.seat%TYPE;
    high_1 ticket.event%TYPE;
    high_2 ticket.seat%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT event, seat INTO low_1, low_2 FROM ticket ORDER BY event, seat LIMIT 1;
    LOOP
        SELECT event, seat INTO high_1, high_2 FROM ticket WHERE (event, seat) >= (low_1, low_2) ORDER BY event, seat OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE ticket SET serial = (SELECT v.found FROM pg_temp.ticket_serial_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE serial IS NULL AND (event, seat) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE ticket SET serial = (SELECT v.found FROM pg_temp.ticket_serial_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE serial IS NULL AND (event, seat) >= (low_1, low_2) AND (event, seat) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.ticket_serial_values;
RESET statement_timeout;

-- accrete:step 2 transaction locks=ticket ticket.serial: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD CONSTRAINT ticket_serial_present CHECK (serial IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit ticket.serial: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.ticket_serial_values;

CREATE TEMPORARY TABLE ticket_serial_values AS
    SELECT event AS key_1, seat AS key_2, row_number() over (order by event, seat) + (select coalesce(max(o.serial), 0) from ticket o) AS found
    FROM ticket
    WHERE serial IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_serial_place ON pg_temp.ticket_serial_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 ticket.event%TYPE;
    low_2 ticket.seat%TYPE;
    high_1 ticket.event%TYPE;
    high_2 ticket.seat%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT event, seat INTO low_1, low_2 FROM ticket ORDER BY event, seat LIMIT 1;
    LOOP
        SELECT event, seat INTO high_1, high_2 FROM ticket WHERE (event, seat) >= (low_1, low_2) ORDER BY event, seat OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE ticket SET serial = (SELECT v.found FROM pg_temp.ticket_serial_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE serial IS NULL AND (event, seat) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE ticket SET serial = (SELECT v.found FROM pg_temp.ticket_serial_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE serial IS NULL AND (event, seat) >= (low_1, low_2) AND (event, seat) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.ticket_serial_values;
RESET statement_timeout;

-- accrete:step 4 transaction ticket: validate ticket_serial_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_serial_present;
COMMIT;

-- accrete:step 5 transaction locks=ticket ticket.serial: set not null; ticket.token: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ALTER COLUMN serial SET NOT NULL;
ALTER TABLE ticket DROP CONSTRAINT ticket_serial_present;
ALTER TABLE ticket ADD COLUMN token uuid;
COMMIT;

-- accrete:step 6 autocommit ticket.token: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.ticket_token_values;

CREATE TEMPORARY TABLE ticket_token_values AS
    SELECT event AS key_1, seat AS key_2, cast(lpad(cast(row_number() over (order by event, seat) as varchar), 32, '0') as uuid) AS found
    FROM ticket;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_token_place ON pg_temp.ticket_token_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 ticket.event%TYPE;
    low_2 ticket.seat%TYPE;
    high_1 ticket.event%TYPE;
    high_2 ticket.seat%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT event, seat INTO low_1, low_2 FROM ticket ORDER BY event, seat LIMIT 1;
    LOOP
        SELECT event, seat INTO high_1, high_2 FROM ticket WHERE (event, seat) >= (low_1, low_2) ORDER BY event, seat OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE ticket SET token = (SELECT v.found FROM pg_temp.ticket_token_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE token IS NULL AND (event, seat) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE ticket SET token = (SELECT v.found FROM pg_temp.ticket_token_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE token IS NULL AND (event, seat) >= (low_1, low_2) AND (event, seat) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.ticket_token_values;
RESET statement_timeout;

-- accrete:step 7 transaction locks=ticket ticket.token: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD CONSTRAINT ticket_token_present CHECK (token IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 8 autocommit ticket.token: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.ticket_token_values;

CREATE TEMPORARY TABLE ticket_token_values AS
    SELECT event AS key_1, seat AS key_2, cast(lpad(cast(row_number() over (order by event, seat) as varchar), 32, '0') as uuid) AS found
    FROM ticket;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_token_place ON pg_temp.ticket_token_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 ticket.event%TYPE;
    low_2 ticket.seat%TYPE;
    high_1 ticket.event%TYPE;
    high_2 ticket.seat%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT event, seat INTO low_1, low_2 FROM ticket ORDER BY event, seat LIMIT 1;
    LOOP
        SELECT event, seat INTO high_1, high_2 FROM ticket WHERE (event, seat) >= (low_1, low_2) ORDER BY event, seat OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE ticket SET token = (SELECT v.found FROM pg_temp.ticket_token_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE token IS NULL AND (event, seat) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE ticket SET token = (SELECT v.found FROM pg_temp.ticket_token_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE token IS NULL AND (event, seat) >= (low_1, low_2) AND (event, seat) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.ticket_token_values;
RESET statement_timeout;

-- accrete:step 9 transaction ticket: validate ticket_token_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_token_present;
COMMIT;

-- accrete:step 10 transaction locks=ticket ticket.token: set not null; ticket.turn: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ALTER COLUMN token SET NOT NULL;
ALTER TABLE ticket DROP CONSTRAINT ticket_token_present;
ALTER TABLE ticket ADD COLUMN turn integer;
COMMIT;

-- accrete:step 11 autocommit ticket.turn: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.ticket_turn_values;

CREATE TEMPORARY TABLE ticket_turn_values AS
    SELECT event AS key_1, seat AS key_2, row_number() over (partition by event order by event, seat) AS found
    FROM ticket;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_turn_place ON pg_temp.ticket_turn_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 ticket.event%TYPE;
    low_2 ticket.seat%TYPE;
    high_1 ticket.event%TYPE;
    high_2 ticket.seat%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT event, seat INTO low_1, low_2 FROM ticket ORDER BY event, seat LIMIT 1;
    LOOP
        SELECT event, seat INTO high_1, high_2 FROM ticket WHERE (event, seat) >= (low_1, low_2) ORDER BY event, seat OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE ticket SET turn = (SELECT v.found FROM pg_temp.ticket_turn_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE turn IS NULL AND (event, seat) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE ticket SET turn = (SELECT v.found FROM pg_temp.ticket_turn_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE turn IS NULL AND (event, seat) >= (low_1, low_2) AND (event, seat) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.ticket_turn_values;
RESET statement_timeout;

-- accrete:step 12 transaction locks=ticket ticket.turn: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD CONSTRAINT ticket_turn_present CHECK (turn IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 13 autocommit ticket.turn: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.ticket_turn_values;

CREATE TEMPORARY TABLE ticket_turn_values AS
    SELECT event AS key_1, seat AS key_2, row_number() over (partition by event order by event, seat) AS found
    FROM ticket;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_turn_place ON pg_temp.ticket_turn_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 ticket.event%TYPE;
    low_2 ticket.seat%TYPE;
    high_1 ticket.event%TYPE;
    high_2 ticket.seat%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT event, seat INTO low_1, low_2 FROM ticket ORDER BY event, seat LIMIT 1;
    LOOP
        SELECT event, seat INTO high_1, high_2 FROM ticket WHERE (event, seat) >= (low_1, low_2) ORDER BY event, seat OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE ticket SET turn = (SELECT v.found FROM pg_temp.ticket_turn_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE turn IS NULL AND (event, seat) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE ticket SET turn = (SELECT v.found FROM pg_temp.ticket_turn_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE turn IS NULL AND (event, seat) >= (low_1, low_2) AND (event, seat) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.ticket_turn_values;
RESET statement_timeout;

-- accrete:step 14 transaction ticket: validate ticket_turn_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_turn_present;
COMMIT;

-- accrete:step 15 transaction locks=ticket ticket.turn: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ALTER COLUMN turn SET NOT NULL;
ALTER TABLE ticket DROP CONSTRAINT ticket_turn_present;
COMMIT;

-- accrete:step 16 autocommit index=ticket_serial_key ticket: build index ticket_serial_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY ticket_serial_key ON ticket (serial);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 17 transaction locks=ticket ticket: add unique key ticket_serial_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD CONSTRAINT ticket_serial_key UNIQUE USING INDEX ticket_serial_key;
COMMIT;

-- accrete:step 18 autocommit index=ticket_token_key ticket: build index ticket_token_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY ticket_token_key ON ticket (token);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 19 transaction locks=ticket ticket: add unique key ticket_token_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD CONSTRAINT ticket_token_key UNIQUE USING INDEX ticket_token_key;
COMMIT;

-- accrete:step 20 autocommit index=ticket_turn_key ticket: build index ticket_turn_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY ticket_turn_key ON ticket (event, turn);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 21 transaction locks=ticket ticket: add unique key ticket_turn_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD CONSTRAINT ticket_turn_key UNIQUE USING INDEX ticket_turn_key;
COMMIT;
