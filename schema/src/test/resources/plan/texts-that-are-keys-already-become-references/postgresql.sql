-- accrete:migration V0002 case postgresql
-- accrete:model 1:ef15fad0fa8b04fe2f3a7138f441b463
-- accrete:verdict breaking
--
-- Changes
--   booking.host   change type from varchar(255) to varchar(36), using coalesce((select p.id from place p where p.id = booking.host), (select min(id) from place))   Booking.host
--   booking.room   change type from varchar(255) to varchar(36), using (select p.id from place p where p.id = booking.room)   Booking.room
--   booking        add foreign key booking_host_fkey (host) to place   Booking
--   booking        add foreign key booking_room_fkey (room) to place   Booking
-- Locks
--   booking        ACCESS EXCLUSIVE, instant
--   booking        SHARE UPDATE EXCLUSIVE, scan
--   place          SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] booking.host: the running version of the application may write values that no longer fit
--   [ACC-H210] booking.host: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] booking.room: the running version of the application may write values that no longer fit
--   [ACC-H210] booking.room: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] booking: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] booking: no index starts with [host], so each delete of a referenced row reads the whole table
--   [ACC-H205] booking: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] booking: no index starts with [room], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   booking.host: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=booking booking.host: add a column of type varchar(36) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking ADD COLUMN booking_host_next varchar(36);

CREATE FUNCTION booking_host_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.host IS NOT DISTINCT FROM OLD.host THEN
        RETURN NEW;
    END IF;
    NEW.booking_host_next := (SELECT coalesce((select p.id from place p where p.id = booking.host), (select min(id) from place)) FROM (SELECT NEW.*) AS booking);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER booking_host_sync BEFORE INSERT OR UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION booking_host_sync();
COMMIT;

-- accrete:step 2 autocommit booking.host: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 booking.id%TYPE;
    high_1 booking.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM booking ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM booking WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE booking SET booking_host_next = coalesce((select p.id from place p where p.id = booking.host), (select min(id) from place)) WHERE booking_host_next IS NULL AND host IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE booking SET booking_host_next = coalesce((select p.id from place p where p.id = booking.host), (select min(id) from place)) WHERE booking_host_next IS NULL AND host IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=booking booking.booking_host_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking ADD CONSTRAINT booking_booking_host_next_present CHECK (booking_host_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction booking: validate booking_booking_host_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE booking VALIDATE CONSTRAINT booking_booking_host_next_present;
COMMIT;

-- accrete:step 5 transaction locks=booking booking.booking_host_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking ALTER COLUMN booking_host_next SET NOT NULL;
ALTER TABLE booking DROP CONSTRAINT booking_booking_host_next_present;
COMMIT;

-- accrete:step 6 autocommit booking.host: gather statistics
ANALYZE booking (booking_host_next);

-- accrete:step 7 transaction locks=booking booking.host: change type to varchar(36); booking.room: add a column of type varchar(36) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER booking_host_sync ON booking;
DROP FUNCTION booking_host_sync();
ALTER TABLE booking DROP COLUMN host;
ALTER TABLE booking RENAME COLUMN booking_host_next TO host;
ALTER TABLE booking ADD COLUMN booking_room_next varchar(36);

CREATE FUNCTION booking_room_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.room IS NOT DISTINCT FROM OLD.room THEN
        RETURN NEW;
    END IF;
    NEW.booking_room_next := (SELECT (select p.id from place p where p.id = booking.room) FROM (SELECT NEW.*) AS booking);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER booking_room_sync BEFORE INSERT OR UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION booking_room_sync();
COMMIT;

-- accrete:step 8 autocommit booking.room: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 booking.id%TYPE;
    high_1 booking.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM booking ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM booking WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE booking SET booking_room_next = (select p.id from place p where p.id = booking.room) WHERE booking_room_next IS NULL AND room IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE booking SET booking_room_next = (select p.id from place p where p.id = booking.room) WHERE booking_room_next IS NULL AND room IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 autocommit booking.room: gather statistics
ANALYZE booking (booking_room_next);

-- accrete:step 10 transaction locks=booking booking.room: change type to varchar(36)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER booking_room_sync ON booking;
DROP FUNCTION booking_room_sync();
ALTER TABLE booking DROP COLUMN room;
ALTER TABLE booking RENAME COLUMN booking_room_next TO room;
COMMIT;

-- accrete:step 11 transaction locks=booking,place booking: add foreign key booking_host_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking ADD CONSTRAINT booking_host_fkey FOREIGN KEY (host) REFERENCES place (id) NOT VALID;
COMMIT;

-- accrete:step 12 transaction booking: validate booking_host_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE booking VALIDATE CONSTRAINT booking_host_fkey;
COMMIT;

-- accrete:step 13 transaction locks=booking,place booking: add foreign key booking_room_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking ADD CONSTRAINT booking_room_fkey FOREIGN KEY (room) REFERENCES place (id) NOT VALID;
COMMIT;

-- accrete:step 14 transaction booking: validate booking_room_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE booking VALIDATE CONSTRAINT booking_room_fkey;
COMMIT;
