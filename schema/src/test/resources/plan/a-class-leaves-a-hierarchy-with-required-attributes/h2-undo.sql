-- accrete:undo V0002 case h2
-- accrete:model 1:17e391507bab844b280b4522090c3f78
-- accrete:verdict breaking
--
-- Changes
--   vehicle         drop check vehicle_check1             Vehicle
--   vehicle.kind    change check to [kind in (2,3,4,1)]   Vehicle.kind
--   vehicle.kind    replace values                        Vehicle.kind
--   vehicle.seats   drop column                           Vehicle.seats
-- Locks
--   vehicle         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H209] vehicle.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H202] vehicle.seats: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.seats: its data is gone for good
-- Data that does not come back
--   vehicle.seats: all values
--   vehicle.kind: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit vehicle: drop check vehicle_check1
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check1;

-- accrete:step 2 autocommit vehicle.kind: alter column
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_kind_check;
ALTER TABLE vehicle ADD CONSTRAINT vehicle_kind_check CHECK (kind in (2,3,4,1));

-- accrete:step 3 autocommit vehicle.seats: drop column
ALTER TABLE vehicle DROP COLUMN IF EXISTS seats;
