-- accrete:migration V0002 case postgresql
-- accrete:model 1:2ccb646ff93646b8f289cafd65f313c2
-- accrete:verdict breaking
--
-- Changes
--   trip      drop foreign key trip_by_fkey (by) to driver           Trip
--   trip      drop foreign key trip_car_id_fkey (car_id) to car      Trip
--   trip      drop foreign key trip_ride_fkey (ride) to vehicle      Trip
--   bike      add foreign key bike_id_fkey (id) to vehicle           Bike
--   trip      add foreign key trip_by_fkey (by) to vehicle           Trip
--   trip      add foreign key trip_car_id_fkey (car_id) to vehicle   Trip
--   trip      add foreign key trip_ride_fkey (ride) to car           Trip
-- Locks
--   bike      SHARE ROW EXCLUSIVE, instant
--   bike      SHARE UPDATE EXCLUSIVE, scan
--   car       ACCESS EXCLUSIVE, instant
--   driver    ACCESS EXCLUSIVE, instant
--   trip      ACCESS EXCLUSIVE, instant
--   trip      SHARE UPDATE EXCLUSIVE, scan
--   vehicle   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H205] bike: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] bike: the running version fails when it writes rows, for it writes none of the same key to vehicle
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] trip: the running version fails when it writes references, which are to rows of driver, not of vehicle
--   [ACC-H401] trip: no index starts with [by], so each delete of a referenced row reads the whole table
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] trip: no index starts with [car_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] trip: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] trip: the running version fails when it writes references, which are to rows of vehicle, not of car
--   [ACC-H401] trip: no index starts with [ride], so each delete of a referenced row reads the whole table
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

-- accrete:step 1 transaction locks=bike,vehicle bike: add foreign key bike_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bike, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bike ADD CONSTRAINT bike_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id) NOT VALID;
COMMIT;

-- accrete:step 2 transaction bike: validate bike_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE bike VALIDATE CONSTRAINT bike_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=driver,trip,vehicle trip: change foreign key trip_by_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE driver, trip, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE trip DROP CONSTRAINT trip_by_fkey,
    ADD CONSTRAINT trip_by_fkey FOREIGN KEY (by) REFERENCES vehicle (id) NOT VALID;
COMMIT;

-- accrete:step 4 transaction trip: validate trip_by_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE trip VALIDATE CONSTRAINT trip_by_fkey;
COMMIT;

-- accrete:step 5 transaction locks=car,trip,vehicle trip: change foreign key trip_car_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE car, trip, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE trip DROP CONSTRAINT trip_car_id_fkey,
    ADD CONSTRAINT trip_car_id_fkey FOREIGN KEY (car_id) REFERENCES vehicle (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction trip: validate trip_car_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE trip VALIDATE CONSTRAINT trip_car_id_fkey;
COMMIT;

-- accrete:step 7 transaction locks=car,trip,vehicle trip: change foreign key trip_ride_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE car, trip, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE trip DROP CONSTRAINT trip_ride_fkey,
    ADD CONSTRAINT trip_ride_fkey FOREIGN KEY (ride) REFERENCES car (id) NOT VALID;
COMMIT;

-- accrete:step 8 transaction trip: validate trip_ride_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE trip VALIDATE CONSTRAINT trip_ride_fkey;
COMMIT;
