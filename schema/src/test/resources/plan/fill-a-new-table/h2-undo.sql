-- accrete:undo V0002 case h2
-- accrete:model 1:a0ccf0fd3243ec744aa54e5452c2a451
-- accrete:verdict breaking
--
-- Changes
--   vehicle           drop foreign key vehicle_city_id_fkey (city_id) to city   Vehicle
--   car               drop foreign key car_id_fkey (id) to vehicle              Car
--   vehicle.city_id   drop column                                               Vehicle.cityId
--   city              drop table                                                City
--   car               drop table                                                Car
-- Locks
--   vehicle           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] vehicle.city_id: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.city_id: its data is gone for good
--   [ACC-H202] city: the running version of the application still uses the table
--   [ACC-H301] city: its data is gone for good
--   [ACC-H202] car: the running version of the application still uses the table
--   [ACC-H301] car: its data is gone for good
-- Data that does not come back
--   car: all rows
--   city: all rows
--   vehicle.city_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit vehicle: drop foreign key vehicle_city_id_fkey
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_city_id_fkey;

-- accrete:step 2 autocommit vehicle.city_id: drop column
ALTER TABLE vehicle DROP COLUMN IF EXISTS city_id;

-- accrete:step 3 autocommit drop car, city
ALTER TABLE IF EXISTS car DROP CONSTRAINT IF EXISTS car_id_fkey;
DROP TABLE IF EXISTS car;
DROP TABLE IF EXISTS city;
