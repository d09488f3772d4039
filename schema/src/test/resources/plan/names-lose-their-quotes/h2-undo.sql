-- accrete:undo V0002 case h2
-- accrete:model 1:adb6fe426cefefe166bd0a5ae8e7ae98
-- accrete:verdict breaking
--
-- Changes
--   "jot_seq"        drop sequence
--   note."text"      rename column from text      Note
--   mark."note_id"   rename column from note_id   Mark
--   "note"           rename table from note
-- Locks
--   mark             EXCLUSIVE, instant
--   note             EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] "jot_seq": the running version of the application still takes ids from the sequence
--   [ACC-H201] note."text": the running version of the application looks for the old name
--   [ACC-H201] mark."note_id": the running version of the application looks for the old name
--   [ACC-H201] "note": the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop "jot_seq"
DROP SEQUENCE IF EXISTS "jot_seq";

-- accrete:step 2 autocommit note.text: rename to "text"
ALTER TABLE IF EXISTS note ALTER COLUMN IF EXISTS text RENAME TO "text";

-- accrete:step 3 autocommit mark.note_id: rename to "note_id"
ALTER TABLE IF EXISTS mark ALTER COLUMN IF EXISTS note_id RENAME TO "note_id";

-- accrete:step 4 autocommit note: rename to "note"
ALTER TABLE IF EXISTS note RENAME TO "note";
