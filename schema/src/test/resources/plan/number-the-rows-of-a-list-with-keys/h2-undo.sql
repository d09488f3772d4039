-- accrete:undo V0002 case h2
-- accrete:model 1:fd9d9b908000ff313f36388f77b6cf1f
-- accrete:verdict breaking
--
-- Changes
--   track.pos   drop column   Track.pos
-- Locks
--   track       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] track.pos: the running version of the application still reads and writes the column
--   [ACC-H301] track.pos: its data is gone for good
-- Data that does not come back
--   track.pos: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit track.pos: drop column
ALTER TABLE track DROP COLUMN IF EXISTS pos;
