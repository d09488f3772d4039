-- accrete:undo V0002 case h2
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
--   line              EXCLUSIVE, rewrite
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

-- accrete:step 1 autocommit line: drop foreign key line_from_country_from_no_fkey
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_from_country_from_no_fkey;

-- accrete:step 2 autocommit line: drop foreign key line_to_country_to_no_fkey
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_to_country_to_no_fkey;

-- accrete:step 3 autocommit line.from_no: drop column
ALTER TABLE line DROP COLUMN IF EXISTS from_no;

-- accrete:step 4 autocommit line.to_country: drop column
ALTER TABLE line DROP COLUMN IF EXISTS to_country;

-- accrete:step 5 autocommit drop place
DROP TABLE IF EXISTS place;
