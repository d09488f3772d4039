-- accrete:migration V0002 case h2
-- accrete:model 1:3eca5c2ac00fe228b52887e88df6e42c
-- accrete:verdict breaking
--
-- Changes
--   note.kind   drop column   Note
-- Locks
--   note        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] note.kind: the running version of the application still reads and writes the column
--   [ACC-H301] note.kind: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit note.kind: drop column
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_kind_check;
ALTER TABLE note DROP COLUMN IF EXISTS kind;
