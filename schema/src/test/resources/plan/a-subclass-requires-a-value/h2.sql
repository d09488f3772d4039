-- accrete:migration V0002 case h2
-- accrete:model 1:5beb0e9b793ca0423db720b67a0fc721
-- accrete:verdict breaking
--
-- Changes
--   vehicle           drop check vehicle_check                                                                 Vehicle
--   vehicle.doors     add column integer, existing rows: case when dtype = 'Bus' or dtype = 'Car' then 2 end   Vehicle.doors
--   vehicle.waggons   add column integer                                                                       Vehicle.waggons
--   vehicle.dtype     change check to [dtype in ('Vehicle','Bus','Car','Train')]                               Vehicle.dtype
--   vehicle.wheels    existing rows: case when dtype = 'Car' then 4 end                                        Vehicle.wheels
--   vehicle           add check vehicle_check                                                                  Vehicle
--   vehicle           add check vehicle_check1                                                                 Vehicle
--   vehicle           add check vehicle_check2                                                                 Vehicle
-- Locks
--   vehicle           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H209] vehicle.dtype: the running version fails when it reads a constant that it does not know
--   [ACC-H203] vehicle: rows that the running version writes without doors fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H203] vehicle: rows that the running version writes without doors, wheels fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   vehicle: what vehicle_check refuses
--     SELECT * FROM vehicle WHERE NOT (dtype <> 'Bus' or (seats is not null and (case when dtype = 'Bus' or dtype = 'Car' then 2 end) is not null));
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit vehicle: drop check vehicle_check
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check;

-- accrete:step 2 autocommit vehicle.doors: add column
ALTER TABLE vehicle ADD COLUMN doors integer;
UPDATE vehicle SET doors = case when dtype = 'Bus' or dtype = 'Car' then 2 end WHERE doors IS NULL;

-- accrete:step 3 autocommit vehicle.dtype: alter column
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_dtype_check;
ALTER TABLE vehicle ADD CONSTRAINT vehicle_dtype_check CHECK (dtype in ('Vehicle','Bus','Car','Train'));

-- accrete:step 4 autocommit vehicle.waggons: add column
ALTER TABLE vehicle ADD COLUMN waggons integer;

-- accrete:step 5 autocommit vehicle.wheels: fill in rows that exist
UPDATE vehicle SET wheels = case when dtype = 'Car' then 4 end WHERE wheels IS NULL;

-- accrete:step 6 autocommit vehicle: add check vehicle_check
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (dtype <> 'Bus' or (seats is not null and doors is not null));

-- accrete:step 7 autocommit vehicle: add check vehicle_check1
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check1 CHECK (dtype <> 'Car' or (doors is not null and wheels is not null));

-- accrete:step 8 autocommit vehicle: add check vehicle_check2
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check2 CHECK (dtype <> 'Train' or (waggons is not null));
