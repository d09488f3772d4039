-- accrete:undo V0002 case h2
-- accrete:model 1:fcced7d02765c87bb2c7cdb1a1487238
-- accrete:verdict breaking
--
-- Changes
--   note               drop foreign key note_answered_id_fkey (answered_id) to note   Note
--   note               drop check note_check                                          Note
--   note               drop unique constraint note_answered_id_key (answered_id)      Note
--   note.answered_id   drop column                                                    Note.answeredId
-- Locks
--   note               EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] note.answered_id: the running version of the application still reads and writes the column
--   [ACC-H301] note.answered_id: its data is gone for good
-- Data that does not come back
--   note.answered_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note: drop foreign key note_answered_id_fkey
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_answered_id_fkey;

-- accrete:step 2 autocommit note: drop check note_check
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_check;

-- accrete:step 3 autocommit note: drop unique key note_answered_id_key
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_answered_id_key;

-- accrete:step 4 autocommit note.answered_id: drop column
ALTER TABLE note DROP COLUMN IF EXISTS answered_id;
