-- accrete:undo V0002 case postgresql
-- accrete:model 1:fd9d9b908000ff313f36388f77b6cf1f
-- accrete:verdict breaking
--
-- Changes
--   track.pos   drop column   Track.pos
-- Locks
--   track       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] track.pos: the running version of the application still reads and writes the column
--   [ACC-H301] track.pos: its data is gone for good
-- Data that does not come back
--   track.pos: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=track track.pos: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE track IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE track DROP COLUMN pos;
