-- accrete:undo V0002 case postgresql
-- accrete:model 1:fcced7d02765c87bb2c7cdb1a1487238
-- accrete:verdict breaking
--
-- Changes
--   note               drop foreign key note_answered_id_fkey (answered_id) to note   Note
--   note               drop check note_check                                          Note
--   note               drop unique constraint note_answered_id_key (answered_id)      Note
--   note.answered_id   drop column                                                    Note.answeredId
-- Locks
--   note               ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] note.answered_id: the running version of the application still reads and writes the column
--   [ACC-H301] note.answered_id: its data is gone for good
-- Data that does not come back
--   note.answered_id: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=note note: drop foreign key note_answered_id_fkey; note: drop check note_check; note: drop unique key note_answered_id_key; note.answered_id: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note DROP CONSTRAINT note_answered_id_fkey;
ALTER TABLE note DROP CONSTRAINT note_check;
ALTER TABLE note DROP CONSTRAINT note_answered_id_key;
ALTER TABLE note DROP COLUMN answered_id;
