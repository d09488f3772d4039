-- accrete:undo V0002 case postgresql
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
--   car               ACCESS EXCLUSIVE, instant
--   city              ACCESS EXCLUSIVE, instant
--   vehicle           ACCESS EXCLUSIVE, instant
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

-- accrete:step 1 transaction locks=city,vehicle vehicle: drop foreign key vehicle_city_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP CONSTRAINT vehicle_city_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=vehicle vehicle.city_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP COLUMN city_id;
COMMIT;

-- accrete:step 3 transaction locks=car,vehicle car: drop foreign key car_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE car, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE car DROP CONSTRAINT car_id_fkey;
COMMIT;

-- accrete:step 4 transaction locks=car,city drop car, city
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE car, city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE car, city;
COMMIT;
