-- accrete:undo V0002 case postgresql
-- accrete:model 1:6c5daa619fd6134360113de44ca71878
-- accrete:verdict breaking
--
-- Changes
--   ticket        drop foreign key ticket_far_near_fkey (far, near) to seat   Ticket
--   ticket.near   change type from varchar(8) to integer, using (select p.hall from seat p where p.hall = ticket.far and p.place = ticket.near)   Ticket.near
--   ticket.far    change type from integer to varchar(8), using (select p.place from seat p where p.hall = ticket.far and p.place = ticket.near)   Ticket.far
--   ticket        add foreign key ticket_near_far_fkey (near, far) to seat    Ticket
-- Locks
--   seat          ACCESS EXCLUSIVE, instant
--   ticket        ACCESS EXCLUSIVE, instant
--   ticket        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] ticket.near: the running version of the application may write values that no longer fit
--   [ACC-H210] ticket.near: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] ticket.far: the running version of the application may write values that no longer fit
--   [ACC-H210] ticket.far: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] ticket: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] ticket: no index starts with [near, far], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   ticket.far: what the conversion of its values left out
--   ticket.near: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=seat,ticket ticket: drop foreign key ticket_far_near_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat, ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket DROP CONSTRAINT ticket_far_near_fkey;
COMMIT;

-- accrete:step 2 transaction locks=ticket ticket.ticket_far_found: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD COLUMN ticket_far_found varchar(8);
COMMIT;

-- accrete:step 3 autocommit ticket.ticket_far_found: fill in rows that exist
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
                UPDATE ticket SET ticket_far_found = (select p.place from seat p where p.hall = ticket.far and p.place = ticket.near) WHERE ticket_far_found IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE ticket SET ticket_far_found = (select p.place from seat p where p.hall = ticket.far and p.place = ticket.near) WHERE ticket_far_found IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=ticket ticket.ticket_near_found: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD COLUMN ticket_near_found integer;
COMMIT;

-- accrete:step 5 autocommit ticket.ticket_near_found: fill in rows that exist
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
                UPDATE ticket SET ticket_near_found = (select p.hall from seat p where p.hall = ticket.far and p.place = ticket.near) WHERE ticket_near_found IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE ticket SET ticket_near_found = (select p.hall from seat p where p.hall = ticket.far and p.place = ticket.near) WHERE ticket_near_found IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=ticket ticket.far: add a column of type varchar(8) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD COLUMN ticket_far_next varchar(8);

CREATE FUNCTION ticket_far_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.ticket_far_next := (SELECT ticket_far_found FROM (SELECT NEW.*) AS ticket);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER ticket_far_sync BEFORE INSERT OR UPDATE ON ticket FOR EACH ROW EXECUTE FUNCTION ticket_far_sync();
COMMIT;

-- accrete:step 7 autocommit ticket.far: convert rows that exist
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
                UPDATE ticket SET ticket_far_next = ticket_far_found WHERE ticket_far_next IS NULL AND far IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE ticket SET ticket_far_next = ticket_far_found WHERE ticket_far_next IS NULL AND far IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 autocommit ticket.far: gather statistics
ANALYZE ticket (ticket_far_next);

-- accrete:step 9 transaction locks=ticket ticket.far: change type to varchar(8); ticket.near: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER ticket_far_sync ON ticket;
DROP FUNCTION ticket_far_sync();
ALTER TABLE ticket DROP COLUMN far;
ALTER TABLE ticket RENAME COLUMN ticket_far_next TO far;
ALTER TABLE ticket ADD COLUMN ticket_near_next integer;

CREATE FUNCTION ticket_near_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.ticket_near_next := (SELECT ticket_near_found FROM (SELECT NEW.*) AS ticket);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER ticket_near_sync BEFORE INSERT OR UPDATE ON ticket FOR EACH ROW EXECUTE FUNCTION ticket_near_sync();
COMMIT;

-- accrete:step 10 autocommit ticket.near: convert rows that exist
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
                UPDATE ticket SET ticket_near_next = ticket_near_found WHERE ticket_near_next IS NULL AND near IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE ticket SET ticket_near_next = ticket_near_found WHERE ticket_near_next IS NULL AND near IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 autocommit ticket.near: gather statistics
ANALYZE ticket (ticket_near_next);

-- accrete:step 12 transaction locks=ticket ticket.near: change type to integer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER ticket_near_sync ON ticket;
DROP FUNCTION ticket_near_sync();
ALTER TABLE ticket DROP COLUMN near;
ALTER TABLE ticket RENAME COLUMN ticket_near_next TO near;
COMMIT;

-- accrete:step 13 transaction locks=seat,ticket ticket: add foreign key ticket_near_far_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat, ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket ADD CONSTRAINT ticket_near_far_fkey FOREIGN KEY (near, far) REFERENCES seat (hall, place) NOT VALID;
COMMIT;

-- accrete:step 14 transaction ticket: validate ticket_near_far_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_near_far_fkey;
COMMIT;

-- accrete:step 15 transaction locks=ticket ticket.ticket_far_found: drop column; ticket.ticket_near_found: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket DROP COLUMN ticket_far_found;
ALTER TABLE ticket DROP COLUMN ticket_near_found;
COMMIT;
