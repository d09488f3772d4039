-- accrete:undo V0002 case h2
-- accrete:model 1:5550766f1f5ebafaf69334901b6bd5f0
-- accrete:verdict breaking
--
-- Changes
--   place         drop primary key place_pkey (no, part, since)   Place
--   place.since   change type from date to timestamp(3)           Place.since
--   place.part    drop column                                     Place.part
--   place         add primary key place_pkey (no, since)          Place
-- Locks
--   place         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] place.since: the running version of the application may write values that no longer fit
--   [ACC-H202] place.part: the running version of the application still reads and writes the column
--   [ACC-H301] place.part: its data is gone for good
-- Data that does not come back
--   place.part: all values
--   place.since: what the conversion of its values left out
-- Rows that stop this
--   place: the same values in no, since
--     SELECT no, since, count(*) FROM place GROUP BY no, since HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit place: drop primary key place_pkey
ALTER TABLE place DROP CONSTRAINT IF EXISTS place_pkey;

-- accrete:step 2 autocommit place.since: change type to timestamp(3)
ALTER TABLE place ALTER COLUMN since SET DATA TYPE timestamp(3);

-- accrete:step 3 autocommit place: add primary key
ALTER TABLE place ADD CONSTRAINT place_pkey PRIMARY KEY (no, since);

-- accrete:step 4 autocommit place.part: drop column
ALTER TABLE place DROP COLUMN IF EXISTS part;
