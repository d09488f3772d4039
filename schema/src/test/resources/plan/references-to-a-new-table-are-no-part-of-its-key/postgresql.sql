-- accrete:migration V0002 case postgresql
-- accrete:model 1:05ee375c94b3452d5225bc5bca1067f2
-- accrete:verdict breaking
--
-- Changes
--   line   create table                                                 Line
--   spot   create table                                                 Spot
--   zone   create table                                                 Zone
--   line   fill with (code, hall, nr, since) select distinct line, dense_rank() over (order by line), 0, current_timestamp from trip where line is not null   Line
--   spot   fill with (stop, place, id) select distinct stop, place, cast(lpad(cast(dense_rank() over (order by stop, place) as varchar), 32, '0') as uuid) from trip where stop is not null and place is not null   Spot
--   zone   fill with (area, kind, opened, label) select distinct area, cast(dense_rank() over (order by area) as varchar), date '1970-01-01', cast(dense_rank() over (order by area) as varchar) from trip where area is not null   Zone
--   trip   add foreign key trip_area_fkey (area) to zone                Trip
--   trip   add foreign key trip_line_fkey (line) to line                Trip
--   trip   add foreign key trip_stop_place_fkey (stop, place) to spot   Trip
-- Locks
--   line   SHARE ROW EXCLUSIVE, instant
--   spot   SHARE ROW EXCLUSIVE, instant
--   trip   SHARE ROW EXCLUSIVE, instant
--   trip   SHARE UPDATE EXCLUSIVE, scan
--   zone   SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] line: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] spot: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] zone: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] trip: the running version fails when it writes references to rows of zone, which it does not know
--   [ACC-H401] trip: no index starts with [area], so each delete of a referenced row reads the whole table
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] trip: the running version fails when it writes references to rows of line, which it does not know
--   [ACC-H401] trip: no index starts with [line], so each delete of a referenced row reads the whole table
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] trip: the running version fails when it writes references to rows of spot, which it does not know
--   [ACC-H401] trip: no index starts with [stop, place], so each delete of a referenced row reads the whole table
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create line, spot, zone, which nobody uses yet
BEGIN;
CREATE TABLE line (
    hall integer NOT NULL,
    nr integer NOT NULL,
    code varchar(20) NOT NULL,
    since timestamp(6) NOT NULL,
    CONSTRAINT line_pkey PRIMARY KEY (hall, nr),
    CONSTRAINT line_code_key UNIQUE (code)
);

CREATE TABLE spot (
    id uuid NOT NULL,
    stop integer NOT NULL,
    place integer NOT NULL,
    CONSTRAINT spot_pkey PRIMARY KEY (id),
    CONSTRAINT spot_stop_place_key UNIQUE (stop, place)
);

CREATE TABLE zone (
    kind varchar(3) NOT NULL,
    opened date NOT NULL,
    area varchar(20) NOT NULL,
    label varchar(30) NOT NULL,
    CONSTRAINT zone_pkey PRIMARY KEY (kind, opened),
    CONSTRAINT zone_area_key UNIQUE (area),
    CONSTRAINT zone_label_key UNIQUE (label)
);
COMMIT;

-- accrete:step 2 transaction line: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO line (code, hall, nr, since) select distinct line, dense_rank() over (order by line), 0, current_timestamp from trip where line is not null;
COMMIT;

-- accrete:step 3 transaction spot: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO spot (stop, place, id) select distinct stop, place, cast(lpad(cast(dense_rank() over (order by stop, place) as varchar), 32, '0') as uuid) from trip where stop is not null and place is not null;
COMMIT;

-- accrete:step 4 transaction zone: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO zone (area, kind, opened, label) select distinct area, cast(dense_rank() over (order by area) as varchar), date '1970-01-01', cast(dense_rank() over (order by area) as varchar) from trip where area is not null;
COMMIT;

-- accrete:step 5 transaction locks=trip,zone trip: add foreign key trip_area_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trip, zone IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trip ADD CONSTRAINT trip_area_fkey FOREIGN KEY (area) REFERENCES zone (area) NOT VALID;
COMMIT;

-- accrete:step 6 transaction trip: validate trip_area_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE trip VALIDATE CONSTRAINT trip_area_fkey;
COMMIT;

-- accrete:step 7 transaction locks=line,trip trip: add foreign key trip_line_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, trip IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trip ADD CONSTRAINT trip_line_fkey FOREIGN KEY (line) REFERENCES line (code) NOT VALID;
COMMIT;

-- accrete:step 8 transaction trip: validate trip_line_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE trip VALIDATE CONSTRAINT trip_line_fkey;
COMMIT;

-- accrete:step 9 transaction locks=spot,trip trip: add foreign key trip_stop_place_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE spot, trip IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trip ADD CONSTRAINT trip_stop_place_fkey FOREIGN KEY (stop, place) REFERENCES spot (stop, place) NOT VALID;
COMMIT;

-- accrete:step 10 transaction trip: validate trip_stop_place_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE trip VALIDATE CONSTRAINT trip_stop_place_fkey;
COMMIT;
