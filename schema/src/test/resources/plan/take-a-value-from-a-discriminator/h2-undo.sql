-- accrete:undo V0002 case h2
-- accrete:model 1:2c7df75a13830598b02582ff0a29ef7c
-- accrete:verdict compatible
--
-- Changes
--   vehicle.dtype   change check to [dtype in ('Vehicle','Bus','Car')]   Vehicle.dtype
--   vehicle.dtype   replace values                                       Vehicle.dtype
-- Locks
--   vehicle         EXCLUSIVE, scan
-- Hazards
--   [ACC-H209] vehicle.dtype: the running version fails when it reads a constant that it does not know
-- Data that does not come back
--   vehicle.dtype: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit vehicle.dtype: alter column
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_dtype_check;
ALTER TABLE vehicle ADD CONSTRAINT vehicle_dtype_check CHECK (dtype in ('Vehicle','Bus','Car'));
