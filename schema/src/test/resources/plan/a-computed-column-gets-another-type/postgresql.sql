-- accrete:migration V0002 case postgresql
-- accrete:model 1:c0eae83006a7eb8ec6ce6069c2479e73
-- accrete:verdict compatible
--
-- Changes
--   parcel.area   change type from integer to bigint   Parcel.area
-- Locks
--   parcel        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] parcel.area: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] parcel.area: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=parcel parcel.area: change type to bigint
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parcel ALTER COLUMN area TYPE bigint;
