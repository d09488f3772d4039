-- accrete:undo V0002 case postgresql
-- accrete:model 1:ae8e3f4f640d808f2b7a1d790b168477
-- accrete:verdict breaking
--
-- Changes
--   note.body    drop not null   Note.body
--   note.photo   drop column     Note.photo
-- Locks
--   note         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] note.photo: the running version of the application still reads and writes the column
--   [ACC-H301] note.photo: its data is gone for good
-- Data that does not come back
--   note.photo: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=note note.body: accept rows without a value; note.photo: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ALTER COLUMN body DROP NOT NULL;
ALTER TABLE note DROP COLUMN photo;
