-- accrete:migration V0002 case h2
-- accrete:model 1:008c89edd92ba7943097f05e1c0e74e3
-- accrete:verdict breaking
--
-- Changes
--   note           rename table from "note"               Note
--   mark.note_id   rename column from "note_id"           Mark.noteId
--   note.text      rename column from "text"              Note.text
--   "jot_seq"      create sequence start 1 increment 50
--   jot_seq        keep unmapped sequence
-- Locks
--   "note"         EXCLUSIVE, instant
--   mark           EXCLUSIVE, instant
--   note           EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] note: the running version of the application looks for the old name
--   [ACC-H201] mark.note_id: the running version of the application looks for the old name
--   [ACC-H201] note.text: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit "note": rename to note
ALTER TABLE IF EXISTS "note" RENAME TO note;

-- accrete:step 2 autocommit mark."note_id": rename to note_id
ALTER TABLE IF EXISTS mark ALTER COLUMN IF EXISTS "note_id" RENAME TO note_id;

-- accrete:step 3 autocommit note."text": rename to text
ALTER TABLE IF EXISTS note ALTER COLUMN IF EXISTS "text" RENAME TO text;

-- accrete:step 4 autocommit create "jot_seq"
CREATE SEQUENCE "jot_seq" START WITH 1 INCREMENT BY 50;
