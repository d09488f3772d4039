-- accrete:undo V0002 case h2
-- accrete:model 1:ae8e3f4f640d808f2b7a1d790b168477
-- accrete:verdict breaking
--
-- Changes
--   note.body    drop not null   Note.body
--   note.photo   drop column     Note.photo
-- Locks
--   note         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] note.photo: the running version of the application still reads and writes the column
--   [ACC-H301] note.photo: its data is gone for good
-- Data that does not come back
--   note.photo: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note.body: accept rows without a value
ALTER TABLE note ALTER COLUMN body DROP NOT NULL;

-- accrete:step 2 autocommit note.photo: drop column
ALTER TABLE note DROP COLUMN IF EXISTS photo;
