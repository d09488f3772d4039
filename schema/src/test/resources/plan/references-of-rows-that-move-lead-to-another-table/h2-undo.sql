-- accrete:undo V0002 case h2
-- accrete:model 1:76092eba5b22f443f4bda1a1ad52f61b
-- accrete:verdict breaking
--
-- Changes
--   memo        drop foreign key memo_about_id_fkey (about_id) to person   Memo
--   note.text   set not null, existing rows: ''                            Note
--   memo        drop table                                                 Memo
--   note        add foreign key note_about_id_fkey (about_id) to city      Note
-- Locks
--   note        EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] note.text: writes of the running version that leave the column empty fail
--   [ACC-H202] memo: the running version of the application still uses the table
--   [ACC-H301] memo: its data is gone for good
-- Data that does not come back
--   memo: all rows
--   note.text: rows without a value get ''
-- Rows that stop this
--   note: references to rows of city that are not there
--     SELECT * FROM note c WHERE c.about_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM city p WHERE p.id = c.about_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note.text: alter column
UPDATE note SET text = '' WHERE text IS NULL;
ALTER TABLE note ALTER COLUMN text SET NOT NULL;

-- accrete:step 2 autocommit note: add foreign key note_about_id_fkey
ALTER TABLE note ADD CONSTRAINT note_about_id_fkey FOREIGN KEY (about_id) REFERENCES city (id);

-- accrete:step 3 autocommit drop memo
ALTER TABLE IF EXISTS memo DROP CONSTRAINT IF EXISTS memo_about_id_fkey;
DROP TABLE IF EXISTS memo;
