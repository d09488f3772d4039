-- accrete:undo V0002 case postgresql
-- accrete:model 1:ec93dbf01fb4bd4fcc0e1ddf47da6162
-- accrete:verdict breaking
--
-- Changes
--   trip   drop foreign key trip_stop_place_fkey (stop, place) to spot   Trip
--   trip   drop foreign key trip_line_fkey (line) to line                Trip
--   trip   drop foreign key trip_area_fkey (area) to zone                Trip
--   zone   drop table                                                    Zone
--   spot   drop table                                                    Spot
--   line   drop table                                                    Line
-- Locks
--   line   ACCESS EXCLUSIVE, instant
--   spot   ACCESS EXCLUSIVE, instant
--   trip   ACCESS EXCLUSIVE, instant
--   zone   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] zone: the running version of the application still uses the table
--   [ACC-H301] zone: its data is gone for good
--   [ACC-H202] spot: the running version of the application still uses the table
--   [ACC-H301] spot: its data is gone for good
--   [ACC-H202] line: the running version of the application still uses the table
--   [ACC-H301] line: its data is gone for good
-- Data that does not come back
--   line: all rows
--   spot: all rows
--   zone: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=trip,zone trip: drop foreign key trip_area_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trip, zone IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trip DROP CONSTRAINT trip_area_fkey;
COMMIT;

-- accrete:step 2 transaction locks=line,trip trip: drop foreign key trip_line_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, trip IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trip DROP CONSTRAINT trip_line_fkey;
COMMIT;

-- accrete:step 3 transaction locks=spot,trip trip: drop foreign key trip_stop_place_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE spot, trip IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trip DROP CONSTRAINT trip_stop_place_fkey;
COMMIT;

-- accrete:step 4 transaction locks=line,spot,zone drop line, spot, zone
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, spot, zone IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE line, spot, zone;
COMMIT;
