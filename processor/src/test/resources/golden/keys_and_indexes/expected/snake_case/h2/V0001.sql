-- accrete:migration V0001 draft h2
-- accrete:model 1:9b4a72449eaeefdc1afbfeaddbde15c2
-- accrete:verdict compatible
--
-- Changes
--   bookings   create table   Booking
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create bookings
CREATE TABLE bookings (
    id bigint NOT NULL,
    showing bigint NOT NULL,
    seat integer NOT NULL,
    guest varchar(255),
    code varchar(255),
    booked_at timestamp(6) with time zone,
    CONSTRAINT bookings_pkey PRIMARY KEY (id),
    CONSTRAINT one_guest_per_seat UNIQUE (showing, seat),
    CONSTRAINT uq_code UNIQUE (code)
);

CREATE INDEX bookings_booked_at_seat_idx ON bookings (booked_at DESC, seat);
CREATE INDEX ix_guest ON bookings (guest);
