-- accrete:migration V0002 case h2
-- accrete:model 1:38f12ceaeed468db855774bb4a5ec83d
-- accrete:verdict breaking
--
-- Changes
--   tractor              drop foreign key tractor_id_fkey (id) to vehicle              Tractor
--   truck                drop foreign key truck_id_fkey (id) to vehicle                Truck
--   tractor              drop primary key tractor_pkey (id)                            Tractor
--   car                  fill with (id, doors) select id, 0 from tractor where not exists (select 1 from car c where c.id = tractor.id) union all select id, 0 from truck where not exists (select 1 from car c where c.id = truck.id)   Car
--   limousine            fill with (id) select id from truck where not exists (select 1 from limousine c where c.id = truck.id)   Limousine
--   tractor.vehicle_id   add column bigint not null, existing rows: id                 Tractor.vehicleId
--   tractor              add primary key tractor_pkey (vehicle_id)                     Tractor
--   tractor              add foreign key tractor_vehicle_id_fkey (vehicle_id) to car   Tractor
--   truck                add foreign key truck_id_fkey (id) to limousine               Truck
--   tractor.id           drop column                                                   Tractor
-- Locks
--   tractor              EXCLUSIVE, rewrite
--   truck                EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] car: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] limousine: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] tractor.vehicle_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] truck: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] truck: the running version fails when it writes references, which are to rows of vehicle, not of limousine
--   [ACC-H202] tractor.id: the running version of the application still reads and writes the column
--   [ACC-H301] tractor.id: its data is gone for good
-- Rows that stop this
--   car: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM car UNION ALL SELECT id FROM (select id, 0 from tractor where not exists (select 1 from car c where c.id = tractor.id) union all select id, 0 from truck where not exists (select 1 from car c where c.id = truck.id)) taken(id, doors)) found GROUP BY id HAVING count(*) > 1;
--   limousine: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM limousine UNION ALL SELECT id FROM (select id from truck where not exists (select 1 from limousine c where c.id = truck.id)) taken(id)) found GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit tractor: drop foreign key tractor_id_fkey
ALTER TABLE tractor DROP CONSTRAINT IF EXISTS tractor_id_fkey;

-- accrete:step 2 autocommit truck: drop foreign key truck_id_fkey
ALTER TABLE truck DROP CONSTRAINT IF EXISTS truck_id_fkey;

-- accrete:step 3 autocommit tractor: drop primary key tractor_pkey
ALTER TABLE tractor DROP CONSTRAINT IF EXISTS tractor_pkey;

-- accrete:step 4 autocommit tractor.vehicle_id: add column
ALTER TABLE tractor ADD COLUMN vehicle_id bigint;
UPDATE tractor SET vehicle_id = id WHERE vehicle_id IS NULL;
ALTER TABLE tractor ALTER COLUMN vehicle_id SET NOT NULL;

-- accrete:step 5 autocommit tractor: add primary key
ALTER TABLE tractor ADD CONSTRAINT tractor_pkey PRIMARY KEY (vehicle_id);

-- accrete:step 6 transaction car: take over rows
BEGIN;
INSERT INTO car (id, doors) select id, 0 from tractor where not exists (select 1 from car c where c.id = tractor.id) union all select id, 0 from truck where not exists (select 1 from car c where c.id = truck.id);
COMMIT;

-- accrete:step 7 transaction limousine: take over rows
BEGIN;
INSERT INTO limousine (id) select id from truck where not exists (select 1 from limousine c where c.id = truck.id);
COMMIT;

-- accrete:step 8 autocommit tractor: add foreign key tractor_vehicle_id_fkey
ALTER TABLE tractor ADD CONSTRAINT tractor_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES car (id);

-- accrete:step 9 autocommit truck: add foreign key truck_id_fkey
ALTER TABLE truck ADD CONSTRAINT truck_id_fkey FOREIGN KEY (id) REFERENCES limousine (id);

-- accrete:step 10 autocommit tractor.id: drop column
ALTER TABLE tractor DROP COLUMN IF EXISTS id;
