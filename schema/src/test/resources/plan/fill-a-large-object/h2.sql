-- accrete:migration V0002 case h2
-- accrete:model 1:769a7dcf2be1deadb6ff7f6f09b76eee
-- accrete:verdict breaking
--
-- Changes
--   note.photo   add column blob not null, existing rows: ''   Note.photo
--   note.body    set not null, existing rows: 'no text'        Note.body
-- Locks
--   note         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] note.photo: inserts of the running version leave the new column out and fail
--   [ACC-H203] note.body: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit note.body: alter column
UPDATE note SET body = 'no text' WHERE body IS NULL;
ALTER TABLE note ALTER COLUMN body SET NOT NULL;

-- accrete:step 2 autocommit note.photo: add column
ALTER TABLE note ADD COLUMN photo blob;
UPDATE note SET photo = '' WHERE photo IS NULL;
ALTER TABLE note ALTER COLUMN photo SET NOT NULL;
