-- accrete:migration V0002 case h2
-- accrete:model 1:2ccb646ff93646b8f289cafd65f313c2
-- accrete:verdict breaking
--
-- Changes
--   trip   drop foreign key trip_by_fkey (by) to driver           Trip
--   trip   drop foreign key trip_car_id_fkey (car_id) to car      Trip
--   trip   drop foreign key trip_ride_fkey (ride) to vehicle      Trip
--   bike   add foreign key bike_id_fkey (id) to vehicle           Bike
--   trip   add foreign key trip_by_fkey (by) to vehicle           Trip
--   trip   add foreign key trip_car_id_fkey (car_id) to vehicle   Trip
--   trip   add foreign key trip_ride_fkey (ride) to car           Trip
-- Locks
--   bike   EXCLUSIVE, scan
--   trip   EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] bike: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] bike: the running version fails when it writes rows, for it writes none of the same key to vehicle
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] trip: the running version fails when it writes references, which are to rows of driver, not of vehicle
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] trip: the running version fails when it writes references, which are to rows of vehicle, not of car
-- Rows that stop this
--   bike: references to rows of vehicle that are not there
--     SELECT * FROM bike c WHERE NOT EXISTS (SELECT 1 FROM vehicle p WHERE p.id = c.id);
--   trip: references to rows of vehicle that are not there
--     SELECT * FROM trip c WHERE c.by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vehicle p WHERE p.id = c.by);
--   trip: references to rows of vehicle that are not there
--     SELECT * FROM trip c WHERE c.car_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vehicle p WHERE p.id = c.car_id);
--   trip: references to rows of car that are not there
--     SELECT * FROM trip c WHERE c.ride IS NOT NULL AND NOT EXISTS (SELECT 1 FROM car p WHERE p.id = c.ride);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit trip: drop foreign key trip_by_fkey
ALTER TABLE trip DROP CONSTRAINT IF EXISTS trip_by_fkey;

-- accrete:step 2 autocommit trip: drop foreign key trip_car_id_fkey
ALTER TABLE trip DROP CONSTRAINT IF EXISTS trip_car_id_fkey;

-- accrete:step 3 autocommit trip: drop foreign key trip_ride_fkey
ALTER TABLE trip DROP CONSTRAINT IF EXISTS trip_ride_fkey;

-- accrete:step 4 autocommit bike: add foreign key bike_id_fkey
ALTER TABLE bike ADD CONSTRAINT bike_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id);

-- accrete:step 5 autocommit trip: add foreign key trip_by_fkey
ALTER TABLE trip ADD CONSTRAINT trip_by_fkey FOREIGN KEY (by) REFERENCES vehicle (id);

-- accrete:step 6 autocommit trip: add foreign key trip_car_id_fkey
ALTER TABLE trip ADD CONSTRAINT trip_car_id_fkey FOREIGN KEY (car_id) REFERENCES vehicle (id);

-- accrete:step 7 autocommit trip: add foreign key trip_ride_fkey
ALTER TABLE trip ADD CONSTRAINT trip_ride_fkey FOREIGN KEY (ride) REFERENCES car (id);
