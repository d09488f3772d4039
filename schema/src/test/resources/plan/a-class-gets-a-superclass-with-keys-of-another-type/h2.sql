-- accrete:migration V0002 case h2
-- accrete:model 1:e6d15f6462fb75b2ad7f0f5c8baeeb94
-- accrete:verdict breaking
--
-- Changes
--   truck        drop primary key truck_pkey (id)                                          Truck
--   vehicle      fill with (code) select cast(id as varchar(12)) from truck where not exists (select 1 from vehicle c where c.code = cast(truck.id as varchar(12)))   Vehicle
--   truck.code   add column varchar(12) not null, existing rows: cast(id as varchar(12))   Truck.code
--   truck        add primary key truck_pkey (code)                                         Truck
--   truck        add foreign key truck_code_fkey (code) to vehicle                         Truck
--   truck.id     drop column                                                               Truck
-- Locks
--   truck        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] vehicle: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] truck.code: inserts of the running version leave the new column out and fail
--   [ACC-H202] truck.id: the running version of the application still reads and writes the column
--   [ACC-H301] truck.id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit truck: drop primary key truck_pkey
ALTER TABLE truck DROP CONSTRAINT IF EXISTS truck_pkey;

-- accrete:step 2 autocommit truck.code: add column
ALTER TABLE truck ADD COLUMN code varchar(12);
UPDATE truck SET code = cast(id as varchar(12)) WHERE code IS NULL;
ALTER TABLE truck ALTER COLUMN code SET NOT NULL;

-- accrete:step 3 autocommit truck: add primary key
ALTER TABLE truck ADD CONSTRAINT truck_pkey PRIMARY KEY (code);

-- accrete:step 4 transaction vehicle: take over rows
BEGIN;
INSERT INTO vehicle (code) select cast(id as varchar(12)) from truck where not exists (select 1 from vehicle c where c.code = cast(truck.id as varchar(12)));
COMMIT;

-- accrete:step 5 autocommit truck: add foreign key truck_code_fkey
ALTER TABLE truck ADD CONSTRAINT truck_code_fkey FOREIGN KEY (code) REFERENCES vehicle (code);

-- accrete:step 6 autocommit truck.id: drop column
ALTER TABLE truck DROP COLUMN IF EXISTS id;
