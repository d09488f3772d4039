-- accrete:undo V0002 case h2
-- accrete:model 1:e78c04c29115686982af4fc42f32cc47
-- accrete:verdict breaking
--
-- Changes
--   reading.id   change type from char(36) to bigint   Reading.id
-- Locks
--   reading      EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] reading.id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   reading.id: what the conversion of its values left out
-- Rows that stop this
--   reading.id: texts that are no bigint
--     SELECT * FROM reading WHERE rtrim(id) = '' OR regexp_replace(rtrim(id), '^-?[0-9]+$', '') <> '';
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit reading.id: change type to bigint
ALTER TABLE reading ALTER COLUMN id SET DATA TYPE bigint;
