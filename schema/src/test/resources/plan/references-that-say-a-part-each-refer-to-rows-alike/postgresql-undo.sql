-- accrete:undo V0002 case postgresql
-- accrete:model 1:5b0cdac3bb6e0c7c9ef2c2ddfc486396
-- accrete:verdict breaking
--
-- Changes
--   line              drop foreign key line_to_country_to_no_fkey (to_country, to_no) to place           Line
--   line              drop foreign key line_from_country_from_no_fkey (from_country, from_no) to place   Line
--   line.to_country   drop column                                                                        Line.toCountry
--   line.from_no      drop column                                                                        Line.fromNo
--   place             drop table                                                                         Place
-- Locks
--   line              ACCESS EXCLUSIVE, instant
--   place             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] line.to_country: the running version of the application still reads and writes the column
--   [ACC-H301] line.to_country: its data is gone for good
--   [ACC-H202] line.from_no: the running version of the application still reads and writes the column
--   [ACC-H301] line.from_no: its data is gone for good
--   [ACC-H202] place: the running version of the application still uses the table
--   [ACC-H301] place: its data is gone for good
-- Data that does not come back
--   place: all rows
--   line.from_no: all values
--   line.to_country: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=line,place line: drop foreign key line_from_country_from_no_fkey; line: drop foreign key line_to_country_to_no_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP CONSTRAINT line_from_country_from_no_fkey;
ALTER TABLE line DROP CONSTRAINT line_to_country_to_no_fkey;
COMMIT;

-- accrete:step 2 transaction locks=line line.from_no: drop column; line.to_country: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP COLUMN from_no;
ALTER TABLE line DROP COLUMN to_country;
COMMIT;

-- accrete:step 3 transaction locks=place drop place
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE place;
COMMIT;
