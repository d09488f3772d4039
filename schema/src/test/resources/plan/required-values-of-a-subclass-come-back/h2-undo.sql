-- accrete:undo V0002 case h2
-- accrete:model 1:fc7b8ea1ce4616229c6bf299b4dfe3a1
-- accrete:verdict breaking
--
-- Changes
--   vehicle.wheels   add column integer                                  Vehicle
--   vehicle          drop check vehicle_check                            Vehicle
--   vehicle.wheels   existing rows: case when dtype = 'Car' then 0 end   Vehicle
--   vehicle          add check vehicle_check1                            Vehicle
--   vehicle.seats    existing rows: case when dtype = 'Bus' then 0 end   Vehicle
--   vehicle          add check vehicle_check                             Vehicle
-- Locks
--   vehicle          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] vehicle: rows that the running version writes without wheels fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H203] vehicle: rows that the running version writes without seats fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Data that does not come back
--   vehicle.seats: rows without a value get case when dtype = 'Bus' then 0 end
--   vehicle.wheels: rows without a value get case when dtype = 'Car' then 0 end
--   vehicle.wheels: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit vehicle: drop check vehicle_check
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check;

-- accrete:step 2 autocommit vehicle.wheels: add column
ALTER TABLE vehicle ADD COLUMN wheels integer;

-- accrete:step 3 autocommit vehicle.seats: fill in rows that exist
UPDATE vehicle SET seats = case when dtype = 'Bus' then 0 end WHERE seats IS NULL;

-- accrete:step 4 autocommit vehicle.wheels: fill in rows that exist
UPDATE vehicle SET wheels = case when dtype = 'Car' then 0 end WHERE wheels IS NULL;

-- accrete:step 5 autocommit vehicle: add check vehicle_check
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (dtype <> 'Bus' or (seats is not null and plate is not null));

-- accrete:step 6 autocommit vehicle: add check vehicle_check1
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check1 CHECK (dtype <> 'Car' or (wheels is not null));
