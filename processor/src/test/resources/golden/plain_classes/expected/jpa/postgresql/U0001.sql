-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   Station        drop foreign key Station_country_code_fkey (country_code) to countries   Station
--   Station        drop table                                                               Station
--   measurements   drop table                                                               Measurement
-- Locks
--   countries      ACCESS EXCLUSIVE, instant
--   measurements   ACCESS EXCLUSIVE, instant
--   Station        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] Station: the running version of the application still uses the table
--   [ACC-H301] Station: its data is gone for good
--   [ACC-H202] measurements: the running version of the application still uses the table
--   [ACC-H301] measurements: its data is gone for good
-- Data that does not come back
--   measurements: all rows
--   Station: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=countries,Station Station: drop foreign key Station_country_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE countries, Station IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Station DROP CONSTRAINT Station_country_code_fkey;
COMMIT;

-- accrete:step 2 transaction locks=measurements,Station drop measurements, Station
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE measurements, Station IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE measurements, Station;
COMMIT;
