-- accrete:undo V0001 draft h2
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   Station        drop foreign key Station_country_code_fkey (country_code) to countries   Station
--   Station        drop table                                                               Station
--   measurements   drop table                                                               Measurement
-- Locks
--   none
-- Hazards
--   [ACC-H202] Station: the running version of the application still uses the table
--   [ACC-H301] Station: its data is gone for good
--   [ACC-H202] measurements: the running version of the application still uses the table
--   [ACC-H301] measurements: its data is gone for good
-- Data that does not come back
--   measurements: all rows
--   Station: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop measurements, Station
ALTER TABLE IF EXISTS Station DROP CONSTRAINT IF EXISTS Station_country_code_fkey;
DROP TABLE IF EXISTS measurements;
DROP TABLE IF EXISTS Station;
