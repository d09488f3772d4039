-- accrete:migration V0002 case h2
-- accrete:model 1:3f3fd1b6e059716f832c80fff590c0be
-- accrete:verdict breaking
--
-- Changes
--   aisle_seat.line   change type from integer to timestamp(6), using timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = aisle_seat.line) * interval '1' second   AisleSeat.line
--   booking.line      change type from integer to timestamp(6), using timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = booking.line) * interval '1' second   Booking.line
--   seat.line         change type from integer to timestamp(6), using timestamp '1970-01-01 00:00:00' + (select x.n from (select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o) x where x.k = seat.line) * interval '1' second   Seat.line
-- Locks
--   aisle_seat        EXCLUSIVE, rewrite
--   booking           EXCLUSIVE, rewrite
--   seat              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] aisle_seat.line: the running version of the application may write values that no longer fit
--   [ACC-H204] booking.line: the running version of the application may write values that no longer fit
--   [ACC-H204] seat.line: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit aisle_seat: drop foreign key aisle_seat_line_fkey
ALTER TABLE aisle_seat DROP CONSTRAINT IF EXISTS aisle_seat_line_fkey;

-- accrete:step 2 autocommit booking: drop foreign key booking_line_fkey
ALTER TABLE booking DROP CONSTRAINT IF EXISTS booking_line_fkey;

-- accrete:step 3 autocommit aisle_seat.line: change type to timestamp(6)
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS aisle_seat_line_list1 AS
    select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS aisle_seat_line_list1_n ON aisle_seat_line_list1 (n);
CREATE INDEX IF NOT EXISTS aisle_seat_line_list1_k ON aisle_seat_line_list1 (k);
CREATE DOMAIN IF NOT EXISTS aisle_seat_line_type AS timestamp(6);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'AISLE_SEAT' AND column_name = 'LINE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'AISLE_SEAT_LINE_TYPE')
    THEN 'ALTER TABLE aisle_seat ALTER COLUMN line SET DATA TYPE timestamp(6) USING timestamp ''1970-01-01 00:00:00'' + (select x.n from aisle_seat_line_list1 x where x.k = aisle_seat.line) * interval ''1'' second'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS aisle_seat_line_type;
DROP TABLE IF EXISTS aisle_seat_line_list1;

-- accrete:step 4 autocommit booking.line: change type to timestamp(6)
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS booking_line_list1 AS
    select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS booking_line_list1_n ON booking_line_list1 (n);
CREATE INDEX IF NOT EXISTS booking_line_list1_k ON booking_line_list1 (k);
CREATE DOMAIN IF NOT EXISTS booking_line_type AS timestamp(6);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOOKING' AND column_name = 'LINE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOOKING_LINE_TYPE')
    THEN 'ALTER TABLE booking ALTER COLUMN line SET DATA TYPE timestamp(6) USING timestamp ''1970-01-01 00:00:00'' + (select x.n from booking_line_list1 x where x.k = booking.line) * interval ''1'' second'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS booking_line_type;
DROP TABLE IF EXISTS booking_line_list1;

-- accrete:step 5 autocommit seat.line: change type to timestamp(6)
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS seat_line_list1 AS
    select distinct o.line as k, dense_rank() over (order by o.line) as n from seat o;

CREATE INDEX IF NOT EXISTS seat_line_list1_n ON seat_line_list1 (n);
CREATE INDEX IF NOT EXISTS seat_line_list1_k ON seat_line_list1 (k);
CREATE DOMAIN IF NOT EXISTS seat_line_type AS timestamp(6);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SEAT' AND column_name = 'LINE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SEAT_LINE_TYPE')
    THEN 'ALTER TABLE seat ALTER COLUMN line SET DATA TYPE timestamp(6) USING timestamp ''1970-01-01 00:00:00'' + (select x.n from seat_line_list1 x where x.k = seat.line) * interval ''1'' second'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS seat_line_type;
DROP TABLE IF EXISTS seat_line_list1;

-- accrete:step 6 autocommit aisle_seat: add foreign key aisle_seat_line_fkey
ALTER TABLE aisle_seat ADD CONSTRAINT aisle_seat_line_fkey FOREIGN KEY (line) REFERENCES seat (line);

-- accrete:step 7 autocommit booking: add foreign key booking_line_fkey
ALTER TABLE booking ADD CONSTRAINT booking_line_fkey FOREIGN KEY (line) REFERENCES aisle_seat (line);
