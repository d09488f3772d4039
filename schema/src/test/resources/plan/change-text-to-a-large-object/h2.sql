-- accrete:migration V0002 case h2
-- accrete:model 1:ae8e3f4f640d808f2b7a1d790b168477
-- accrete:verdict breaking
--
-- Changes
--   note.body   change type from varchar(2000) to clob   Note.body
-- Locks
--   note        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] note.body: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit note.body: change type to clob
ALTER TABLE note ALTER COLUMN body SET DATA TYPE clob;
