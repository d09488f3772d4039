-- accrete:undo V0002 case h2
-- accrete:model 1:38846fe874cc94bdf84711cce8681e6b
-- accrete:verdict breaking
--
-- Changes
--   tractor.id           add column bigint not null, existing rows: coalesce((select p.id from vehicle p where p.id = tractor.vehicle_id), case when row_number() over (order by vehicle_id) <= (select count(*) from vehicle p) then (select array_agg(p.id order by p.id) from vehicle p)[row_number() over (order by vehicle_id)] end)   Tractor
--   truck                drop foreign key truck_id_fkey (id) to limousine               Truck
--   tractor              drop foreign key tractor_vehicle_id_fkey (vehicle_id) to car   Tractor
--   tractor              drop primary key tractor_pkey (vehicle_id)                     Tractor
--   tractor.vehicle_id   drop column                                                    Tractor.vehicleId
--   tractor              add primary key tractor_pkey (id)                              Tractor
--   truck                add foreign key truck_id_fkey (id) to vehicle                  Truck
--   tractor              add foreign key tractor_id_fkey (id) to vehicle                Tractor
-- Locks
--   tractor              EXCLUSIVE, rewrite
--   truck                EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] tractor.id: inserts of the running version leave the new column out and fail
--   [ACC-H202] tractor.vehicle_id: the running version of the application still reads and writes the column
--   [ACC-H301] tractor.vehicle_id: its data is gone for good
--   [ACC-H205] truck: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   tractor.vehicle_id: all values
--   tractor.id: the values that were dropped
--   car: rows that were taken over stay
--   limousine: rows that were taken over stay
-- Rows that stop this
--   tractor.id: no value, where none is found for them (no query finds them before)
--   truck: references to rows of vehicle that are not there
--     SELECT * FROM truck c WHERE NOT EXISTS (SELECT 1 FROM vehicle p WHERE p.id = c.id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit tractor: drop foreign key tractor_vehicle_id_fkey
ALTER TABLE tractor DROP CONSTRAINT IF EXISTS tractor_vehicle_id_fkey;

-- accrete:step 2 autocommit truck: drop foreign key truck_id_fkey
ALTER TABLE truck DROP CONSTRAINT IF EXISTS truck_id_fkey;

-- accrete:step 3 autocommit tractor: drop primary key tractor_pkey
ALTER TABLE tractor DROP CONSTRAINT IF EXISTS tractor_pkey;

-- accrete:step 4 autocommit tractor.id: add column
ALTER TABLE tractor ADD COLUMN id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS tractor_id_values AS
    SELECT vehicle_id AS key_1, coalesce((select p.id from vehicle p where p.id = tractor.vehicle_id), case when row_number() over (order by vehicle_id) <= (select count(*) from vehicle p) then (select array_agg(p.id order by p.id) from vehicle p)[row_number() over (order by vehicle_id)] end) AS found
    FROM tractor;

CREATE UNIQUE INDEX IF NOT EXISTS tractor_id_place ON tractor_id_values (key_1);
UPDATE tractor SET id = (SELECT v.found FROM tractor_id_values v WHERE v.key_1 = tractor.vehicle_id) WHERE id IS NULL;
DROP TABLE IF EXISTS tractor_id_values;
ALTER TABLE tractor ALTER COLUMN id SET NOT NULL;

-- accrete:step 5 autocommit tractor: add primary key
ALTER TABLE tractor ADD CONSTRAINT tractor_pkey PRIMARY KEY (id);

-- accrete:step 6 autocommit tractor: add foreign key tractor_id_fkey
ALTER TABLE tractor ADD CONSTRAINT tractor_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id);

-- accrete:step 7 autocommit truck: add foreign key truck_id_fkey
ALTER TABLE truck ADD CONSTRAINT truck_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id);

-- accrete:step 8 autocommit tractor.vehicle_id: drop column
ALTER TABLE tractor DROP COLUMN IF EXISTS vehicle_id;
