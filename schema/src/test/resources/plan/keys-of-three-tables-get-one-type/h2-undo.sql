-- accrete:undo V0002 case h2
-- accrete:model 1:ff28cc5f36477d47cea1fb3dcb6a9431
-- accrete:verdict breaking
--
-- Changes
--   seat.line         change type from timestamp(6) to integer, using (select x.n from (select o.line as k, row_number() over (order by o.line) as n from seat o) x where x.k = seat.line)   Seat.line
--   booking.line      change type from timestamp(6) to integer, using (select x.n from (select o.line as k, row_number() over (order by o.line) as n from seat o) x where x.k = booking.line)   Booking.line
--   aisle_seat.line   change type from timestamp(6) to integer, using (select x.n from (select o.line as k, row_number() over (order by o.line) as n from seat o) x where x.k = aisle_seat.line)   AisleSeat.line
-- Locks
--   aisle_seat        EXCLUSIVE, rewrite
--   booking           EXCLUSIVE, rewrite
--   seat              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] seat.line: the running version of the application may write values that no longer fit
--   [ACC-H204] booking.line: the running version of the application may write values that no longer fit
--   [ACC-H204] aisle_seat.line: the running version of the application may write values that no longer fit
-- Data that does not come back
--   aisle_seat.line: what the conversion of its values left out
--   booking.line: what the conversion of its values left out
--   seat.line: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit aisle_seat: drop foreign key aisle_seat_line_fkey
ALTER TABLE aisle_seat DROP CONSTRAINT IF EXISTS aisle_seat_line_fkey;

-- accrete:step 2 autocommit booking: drop foreign key booking_line_fkey
ALTER TABLE booking DROP CONSTRAINT IF EXISTS booking_line_fkey;

-- accrete:step 3 autocommit aisle_seat.line: change type to integer
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS aisle_seat_line_list1 AS
    select o.line as k, row_number() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS aisle_seat_line_list1_n ON aisle_seat_line_list1 (n);
CREATE INDEX IF NOT EXISTS aisle_seat_line_list1_k ON aisle_seat_line_list1 (k);
CREATE DOMAIN IF NOT EXISTS aisle_seat_line_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'AISLE_SEAT' AND column_name = 'LINE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'AISLE_SEAT_LINE_TYPE')
    THEN 'ALTER TABLE aisle_seat ALTER COLUMN line SET DATA TYPE integer USING (select x.n from aisle_seat_line_list1 x where x.k = aisle_seat.line)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS aisle_seat_line_type;
DROP TABLE IF EXISTS aisle_seat_line_list1;

-- accrete:step 4 autocommit booking.line: change type to integer
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS booking_line_list1 AS
    select o.line as k, row_number() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS booking_line_list1_n ON booking_line_list1 (n);
CREATE INDEX IF NOT EXISTS booking_line_list1_k ON booking_line_list1 (k);
CREATE DOMAIN IF NOT EXISTS booking_line_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOOKING' AND column_name = 'LINE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOOKING_LINE_TYPE')
    THEN 'ALTER TABLE booking ALTER COLUMN line SET DATA TYPE integer USING (select x.n from booking_line_list1 x where x.k = booking.line)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS booking_line_type;
DROP TABLE IF EXISTS booking_line_list1;

-- accrete:step 5 autocommit seat.line: change type to integer
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS seat_line_list1 AS
    select o.line as k, row_number() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS seat_line_list1_n ON seat_line_list1 (n);
CREATE INDEX IF NOT EXISTS seat_line_list1_k ON seat_line_list1 (k);
CREATE DOMAIN IF NOT EXISTS seat_line_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SEAT' AND column_name = 'LINE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SEAT_LINE_TYPE')
    THEN 'ALTER TABLE seat ALTER COLUMN line SET DATA TYPE integer USING (select x.n from seat_line_list1 x where x.k = seat.line)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS seat_line_type;
DROP TABLE IF EXISTS seat_line_list1;

-- accrete:step 6 autocommit aisle_seat: add foreign key aisle_seat_line_fkey
ALTER TABLE aisle_seat ADD CONSTRAINT aisle_seat_line_fkey FOREIGN KEY (line) REFERENCES seat (line);

-- accrete:step 7 autocommit booking: add foreign key booking_line_fkey
ALTER TABLE booking ADD CONSTRAINT booking_line_fkey FOREIGN KEY (line) REFERENCES aisle_seat (line);
