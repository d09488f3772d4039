-- accrete:undo V0002 case h2
-- accrete:model 1:61d4ff429feb9d4ea4c5030361a5275c
-- accrete:verdict breaking
--
-- Changes
--   invitation   drop foreign key invitation_recording_id_fkey (recording_id) to recording   Invitation
--   recording    drop table                                                                  Recording
--   invitation   add foreign key invitation_recording_id_fkey (recording_id) to file_item    Invitation
-- Locks
--   invitation   EXCLUSIVE, scan
-- Hazards
--   [ACC-H202] recording: the running version of the application still uses the table
--   [ACC-H301] recording: its data is gone for good
--   [ACC-H205] invitation: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] invitation: the running version fails when it writes references, which are to rows of recording, not of file_item
-- Data that does not come back
--   recording: all rows
-- Rows that stop this
--   invitation: references to rows of file_item that are not there
--     SELECT * FROM invitation c WHERE c.recording_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file_item p WHERE p.id = c.recording_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit invitation: drop foreign key invitation_recording_id_fkey
ALTER TABLE invitation DROP CONSTRAINT IF EXISTS invitation_recording_id_fkey;

-- accrete:step 2 autocommit invitation: add foreign key invitation_recording_id_fkey
ALTER TABLE invitation ADD CONSTRAINT invitation_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES file_item (id);

-- accrete:step 3 autocommit drop recording
DROP TABLE IF EXISTS recording;
