-- accrete:migration V0002 case h2
-- accrete:model 1:ef15fad0fa8b04fe2f3a7138f441b463
-- accrete:verdict breaking
--
-- Changes
--   booking.host   change type from varchar(255) to varchar(36), using coalesce((select p.id from place p where p.id = booking.host), (select min(id) from place))   Booking.host
--   booking.room   change type from varchar(255) to varchar(36), using (select p.id from place p where p.id = booking.room)   Booking.room
--   booking        add foreign key booking_host_fkey (host) to place   Booking
--   booking        add foreign key booking_room_fkey (room) to place   Booking
-- Locks
--   booking        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] booking.host: the running version of the application may write values that no longer fit
--   [ACC-H204] booking.room: the running version of the application may write values that no longer fit
--   [ACC-H205] booking: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H205] booking: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   booking.host: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit booking.host: change type to varchar(36)
CREATE DOMAIN IF NOT EXISTS booking_host_type AS varchar(36);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOOKING' AND column_name = 'HOST')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOOKING_HOST_TYPE')
    THEN 'ALTER TABLE booking ALTER COLUMN host SET DATA TYPE varchar(36) USING coalesce((select p.id from place p where p.id = booking.host), (select min(id) from place))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS booking_host_type;

-- accrete:step 2 autocommit booking.room: change type to varchar(36)
CREATE DOMAIN IF NOT EXISTS booking_room_type AS varchar(36);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOOKING' AND column_name = 'ROOM')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOOKING_ROOM_TYPE')
    THEN 'ALTER TABLE booking ALTER COLUMN room SET DATA TYPE varchar(36) USING (select p.id from place p where p.id = booking.room)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS booking_room_type;

-- accrete:step 3 autocommit booking: add foreign key booking_host_fkey
ALTER TABLE booking ADD CONSTRAINT booking_host_fkey FOREIGN KEY (host) REFERENCES place (id);

-- accrete:step 4 autocommit booking: add foreign key booking_room_fkey
ALTER TABLE booking ADD CONSTRAINT booking_room_fkey FOREIGN KEY (room) REFERENCES place (id);
