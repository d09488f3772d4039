-- accrete:undo V0002 case h2
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
--   trip   EXCLUSIVE, instant
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

-- accrete:step 1 autocommit trip: drop foreign key trip_area_fkey
ALTER TABLE trip DROP CONSTRAINT IF EXISTS trip_area_fkey;

-- accrete:step 2 autocommit trip: drop foreign key trip_line_fkey
ALTER TABLE trip DROP CONSTRAINT IF EXISTS trip_line_fkey;

-- accrete:step 3 autocommit trip: drop foreign key trip_stop_place_fkey
ALTER TABLE trip DROP CONSTRAINT IF EXISTS trip_stop_place_fkey;

-- accrete:step 4 autocommit drop line, spot, zone
DROP TABLE IF EXISTS line;
DROP TABLE IF EXISTS spot;
DROP TABLE IF EXISTS zone;
