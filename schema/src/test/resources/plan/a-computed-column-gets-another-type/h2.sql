-- accrete:migration V0002 case h2
-- accrete:model 1:c0eae83006a7eb8ec6ce6069c2479e73
-- accrete:verdict compatible
--
-- Changes
--   parcel.area   change type from integer to bigint   Parcel.area
-- Locks
--   parcel        EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit parcel.area: replace column
ALTER TABLE parcel DROP COLUMN IF EXISTS area;
ALTER TABLE parcel ADD COLUMN area bigint GENERATED ALWAYS AS (width * 2);
