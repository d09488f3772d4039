-- accrete:undo V0002 case h2
-- accrete:model 1:a5b3ff6ceeab926a1a4f06cad2517b21
-- accrete:verdict breaking
--
-- Changes
--   parcel.weight   drop check                                    Parcel.weight
--   parcel.weight   change type from numeric(38,2) to float(24)   Parcel.weight
-- Locks
--   parcel          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] parcel.weight: the running version of the application may write values that no longer fit
-- Data that does not come back
--   parcel.weight: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit parcel.weight: change type to float(24)
ALTER TABLE parcel DROP CONSTRAINT IF EXISTS parcel_weight_check;
ALTER TABLE parcel ALTER COLUMN weight SET DATA TYPE float(24);
