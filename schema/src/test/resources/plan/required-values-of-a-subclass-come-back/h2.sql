-- accrete:migration V0002 case h2
-- accrete:model 1:54908eeb146639a82abec0c0434da056
-- accrete:verdict breaking
--
-- Changes
--   vehicle          drop check vehicle_check          Vehicle
--   vehicle          drop check vehicle_check1         Vehicle
--   vehicle.seats    keep unmapped column on purpose   Vehicle
--   vehicle          add check vehicle_check           Vehicle
--   vehicle.wheels   drop column                       Vehicle
-- Locks
--   vehicle          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H202] vehicle.wheels: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.wheels: its data is gone for good
-- Rows that stop this
--   vehicle: what vehicle_check refuses
--     SELECT * FROM vehicle WHERE NOT (dtype <> 'Bus' or (plate is not null));
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit vehicle: drop check vehicle_check
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check;

-- accrete:step 2 autocommit vehicle: drop check vehicle_check1
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check1;

-- accrete:step 3 autocommit vehicle: add check vehicle_check
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (dtype <> 'Bus' or (plate is not null));

-- accrete:step 4 autocommit vehicle.wheels: drop column
ALTER TABLE vehicle DROP COLUMN IF EXISTS wheels;
