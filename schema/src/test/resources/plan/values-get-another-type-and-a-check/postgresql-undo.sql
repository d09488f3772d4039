-- accrete:undo V0002 case postgresql
-- accrete:model 1:a5b3ff6ceeab926a1a4f06cad2517b21
-- accrete:verdict breaking
--
-- Changes
--   parcel.weight   drop check                                    Parcel.weight
--   parcel.weight   change type from numeric(38,2) to float(24)   Parcel.weight
-- Locks
--   parcel          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] parcel.weight: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] parcel.weight: the running version of the application may write values that no longer fit
--   [ACC-H210] parcel.weight: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   parcel.weight: what the conversion of its values left out
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=parcel parcel.weight: change type to real
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE parcel DROP CONSTRAINT parcel_weight_check,
    ALTER COLUMN weight TYPE real USING weight::real;
