-- accrete:undo V0002 case h2
-- accrete:model 1:26fa49503dd522a02b306e73a992fa38
-- accrete:verdict breaking
--
-- Changes
--   parcel.area   change type from bigint to integer   Parcel.area
-- Locks
--   parcel        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] parcel.area: the running version of the application may write values that no longer fit
-- Data that does not come back
--   parcel.area: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit parcel.area: replace column
ALTER TABLE parcel DROP COLUMN IF EXISTS area;
ALTER TABLE parcel ADD COLUMN area integer GENERATED ALWAYS AS (width * 2);
