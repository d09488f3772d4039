-- accrete:migration V0002 case postgresql
-- accrete:model 1:456fa3f1c3088c750cea82c14f37fdc1
-- accrete:verdict breaking
--
-- Changes
--   place     drop foreign key place_country_code_fkey (country_code) to country   Place
--   country   drop table
-- Locks
--   country   ACCESS EXCLUSIVE, instant
--   place     ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] country: the running version of the application still uses the table
--   [ACC-H301] country: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=country,place place: drop foreign key place_country_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE place DROP CONSTRAINT place_country_code_fkey;
COMMIT;

-- accrete:step 2 transaction locks=country drop country
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE country;
COMMIT;
