-- accrete:undo V0002 case postgresql
-- accrete:model 1:26fa49503dd522a02b306e73a992fa38
-- accrete:verdict breaking
--
-- Changes
--   parcel.area   change type from bigint to integer   Parcel.area
-- Locks
--   parcel        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] parcel.area: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] parcel.area: the running version of the application may write values that no longer fit
--   [ACC-H210] parcel.area: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   parcel.area: what the conversion of its values left out
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=parcel parcel.area: change type to integer
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parcel ALTER COLUMN area TYPE integer;
