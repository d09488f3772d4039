-- accrete:migration V0002 case h2
-- accrete:model 1:456fa3f1c3088c750cea82c14f37fdc1
-- accrete:verdict breaking
--
-- Changes
--   place     drop foreign key place_country_code_fkey (country_code) to country   Place
--   country   drop table
-- Locks
--   place     EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] country: the running version of the application still uses the table
--   [ACC-H301] country: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit place: drop foreign key place_country_code_fkey
ALTER TABLE place DROP CONSTRAINT IF EXISTS place_country_code_fkey;

-- accrete:step 2 autocommit drop country
DROP TABLE IF EXISTS country;
