-- accrete:migration V0002 case postgresql
-- accrete:model 1:3eca5c2ac00fe228b52887e88df6e42c
-- accrete:verdict breaking
--
-- Changes
--   note.kind   drop column   Note
-- Locks
--   note        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] note.kind: the running version of the application still reads and writes the column
--   [ACC-H301] note.kind: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=note note.kind: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note DROP COLUMN kind;
