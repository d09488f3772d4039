-- accrete:migration V0002 case postgresql
-- accrete:model 1:3f3fd1b6e059716f832c80fff590c0be
-- accrete:verdict breaking
--
-- Changes
--   aisle_seat.line   change type from integer to timestamp(6), using timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = aisle_seat.line) * interval '1' second   AisleSeat.line
--   booking.line      change type from integer to timestamp(6), using timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = booking.line) * interval '1' second   Booking.line
--   seat.line         change type from integer to timestamp(6), using timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = seat.line) * interval '1' second   Seat.line
-- Locks
--   aisle_seat        ACCESS EXCLUSIVE, rewrite
--   booking           ACCESS EXCLUSIVE, instant
--   booking           SHARE UPDATE EXCLUSIVE, scan
--   seat              ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] aisle_seat.line: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] aisle_seat.line: the running version of the application may write values that no longer fit
--   [ACC-H210] aisle_seat.line: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] booking.line: the running version of the application may write values that no longer fit
--   [ACC-H210] booking.line: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] seat.line: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] seat.line: the running version of the application may write values that no longer fit
--   [ACC-H210] seat.line: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=aisle_seat,seat aisle_seat: drop foreign key aisle_seat_line_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE aisle_seat, seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE aisle_seat DROP CONSTRAINT aisle_seat_line_fkey;
COMMIT;

-- accrete:step 2 transaction locks=aisle_seat,booking booking: drop foreign key booking_line_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE aisle_seat, booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking DROP CONSTRAINT booking_line_fkey;
COMMIT;

-- accrete:step 3 transaction locks=aisle_seat aisle_seat.line: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE aisle_seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE aisle_seat ADD COLUMN aisle_seat_line_next timestamp(6);

CREATE FUNCTION aisle_seat_line_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.line IS NOT DISTINCT FROM OLD.line THEN
        RETURN NEW;
    END IF;
    NEW.aisle_seat_line_next := (SELECT timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = aisle_seat.line) * interval '1' second FROM (SELECT NEW.*) AS aisle_seat);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER aisle_seat_line_sync BEFORE INSERT OR UPDATE ON aisle_seat FOR EACH ROW EXECUTE FUNCTION aisle_seat_line_sync();
COMMIT;

-- accrete:step 4 autocommit aisle_seat.line: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.aisle_seat_aisle_seat_line_next_list1;

CREATE TEMPORARY TABLE aisle_seat_aisle_seat_line_next_list1 AS
    select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS aisle_seat_aisle_seat_line_next_list1_n ON pg_temp.aisle_seat_aisle_seat_line_next_list1 (n);
CREATE INDEX IF NOT EXISTS aisle_seat_aisle_seat_line_next_list1_k ON pg_temp.aisle_seat_aisle_seat_line_next_list1 (k);

DO $accrete$
DECLARE
    low_1 aisle_seat.line%TYPE;
    high_1 aisle_seat.line%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT line INTO low_1 FROM aisle_seat ORDER BY line LIMIT 1;
    LOOP
        SELECT line INTO high_1 FROM aisle_seat WHERE line >= low_1 ORDER BY line OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE aisle_seat SET aisle_seat_line_next = timestamp '1970-01-01 00:00:00' + (select x.n from pg_temp.aisle_seat_aisle_seat_line_next_list1 x where x.k = aisle_seat.line) * interval '1' second WHERE aisle_seat_line_next IS NULL AND line IS NOT NULL AND line >= low_1;
                EXIT;
            END IF;
            UPDATE aisle_seat SET aisle_seat_line_next = timestamp '1970-01-01 00:00:00' + (select x.n from pg_temp.aisle_seat_aisle_seat_line_next_list1 x where x.k = aisle_seat.line) * interval '1' second WHERE aisle_seat_line_next IS NULL AND line IS NOT NULL AND line >= low_1 AND line < high_1;
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

DROP TABLE IF EXISTS pg_temp.aisle_seat_aisle_seat_line_next_list1;
RESET statement_timeout;

-- accrete:step 5 transaction locks=aisle_seat aisle_seat.line: change type to timestamp(6)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE aisle_seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER aisle_seat_line_sync ON aisle_seat;
DROP FUNCTION aisle_seat_line_sync();
ALTER TABLE aisle_seat ALTER COLUMN line TYPE timestamp(6) USING aisle_seat_line_next;
ALTER TABLE aisle_seat DROP COLUMN aisle_seat_line_next;
COMMIT;

-- accrete:step 6 transaction locks=booking booking.line: add a column of type timestamp(6) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking ADD COLUMN booking_line_next timestamp(6);

CREATE FUNCTION booking_line_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.line IS NOT DISTINCT FROM OLD.line THEN
        RETURN NEW;
    END IF;
    NEW.booking_line_next := (SELECT timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = booking.line) * interval '1' second FROM (SELECT NEW.*) AS booking);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER booking_line_sync BEFORE INSERT OR UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION booking_line_sync();
COMMIT;

-- accrete:step 7 autocommit booking.line: convert rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.booking_booking_line_next_list1;

CREATE TEMPORARY TABLE booking_booking_line_next_list1 AS
    select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS booking_booking_line_next_list1_n ON pg_temp.booking_booking_line_next_list1 (n);
CREATE INDEX IF NOT EXISTS booking_booking_line_next_list1_k ON pg_temp.booking_booking_line_next_list1 (k);

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
                UPDATE booking SET booking_line_next = timestamp '1970-01-01 00:00:00' + (select x.n from pg_temp.booking_booking_line_next_list1 x where x.k = booking.line) * interval '1' second WHERE booking_line_next IS NULL AND line IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE booking SET booking_line_next = timestamp '1970-01-01 00:00:00' + (select x.n from pg_temp.booking_booking_line_next_list1 x where x.k = booking.line) * interval '1' second WHERE booking_line_next IS NULL AND line IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.booking_booking_line_next_list1;
RESET statement_timeout;

-- accrete:step 8 autocommit booking.line: gather statistics
ANALYZE booking (booking_line_next);

-- accrete:step 9 transaction locks=booking booking.line: change type to timestamp(6)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER booking_line_sync ON booking;
DROP FUNCTION booking_line_sync();
ALTER TABLE booking DROP COLUMN line;
ALTER TABLE booking RENAME COLUMN booking_line_next TO line;
COMMIT;

-- accrete:step 10 transaction locks=seat seat.line: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE seat ADD COLUMN seat_line_next timestamp(6);

CREATE FUNCTION seat_line_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.line IS NOT DISTINCT FROM OLD.line THEN
        RETURN NEW;
    END IF;
    NEW.seat_line_next := (SELECT timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = seat.line) * interval '1' second FROM (SELECT NEW.*) AS seat);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER seat_line_sync BEFORE INSERT OR UPDATE ON seat FOR EACH ROW EXECUTE FUNCTION seat_line_sync();
COMMIT;

-- accrete:step 11 autocommit seat.line: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.seat_seat_line_next_list1;

CREATE TEMPORARY TABLE seat_seat_line_next_list1 AS
    select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS seat_seat_line_next_list1_n ON pg_temp.seat_seat_line_next_list1 (n);
CREATE INDEX IF NOT EXISTS seat_seat_line_next_list1_k ON pg_temp.seat_seat_line_next_list1 (k);

DO $accrete$
DECLARE
    low_1 seat.line%TYPE;
    high_1 seat.line%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT line INTO low_1 FROM seat ORDER BY line LIMIT 1;
    LOOP
        SELECT line INTO high_1 FROM seat WHERE line >= low_1 ORDER BY line OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE seat SET seat_line_next = timestamp '1970-01-01 00:00:00' + (select x.n from pg_temp.seat_seat_line_next_list1 x where x.k = seat.line) * interval '1' second WHERE seat_line_next IS NULL AND line IS NOT NULL AND line >= low_1;
                EXIT;
            END IF;
            UPDATE seat SET seat_line_next = timestamp '1970-01-01 00:00:00' + (select x.n from pg_temp.seat_seat_line_next_list1 x where x.k = seat.line) * interval '1' second WHERE seat_line_next IS NULL AND line IS NOT NULL AND line >= low_1 AND line < high_1;
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

DROP TABLE IF EXISTS pg_temp.seat_seat_line_next_list1;
RESET statement_timeout;

-- accrete:step 12 transaction locks=seat seat.line: change type to timestamp(6)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER seat_line_sync ON seat;
DROP FUNCTION seat_line_sync();
ALTER TABLE seat ALTER COLUMN line TYPE timestamp(6) USING seat_line_next;
ALTER TABLE seat DROP COLUMN seat_line_next;
COMMIT;

-- accrete:step 13 transaction locks=aisle_seat,seat aisle_seat: add foreign key aisle_seat_line_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE aisle_seat, seat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE aisle_seat ADD CONSTRAINT aisle_seat_line_fkey FOREIGN KEY (line) REFERENCES seat (line) NOT VALID;
COMMIT;

-- accrete:step 14 transaction aisle_seat: validate aisle_seat_line_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE aisle_seat VALIDATE CONSTRAINT aisle_seat_line_fkey;
COMMIT;

-- accrete:step 15 transaction locks=aisle_seat,booking booking: add foreign key booking_line_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE aisle_seat, booking IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE booking ADD CONSTRAINT booking_line_fkey FOREIGN KEY (line) REFERENCES aisle_seat (line) NOT VALID;
COMMIT;

-- accrete:step 16 transaction booking: validate booking_line_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE booking VALIDATE CONSTRAINT booking_line_fkey;
COMMIT;
