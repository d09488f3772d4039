-- accrete:undo V0002 case postgresql
-- accrete:model 1:61d4ff429feb9d4ea4c5030361a5275c
-- accrete:verdict breaking
--
-- Changes
--   invitation   drop foreign key invitation_recording_id_fkey (recording_id) to recording   Invitation
--   recording    drop table                                                                  Recording
--   invitation   add foreign key invitation_recording_id_fkey (recording_id) to file_item    Invitation
-- Locks
--   file_item    ACCESS EXCLUSIVE, instant
--   invitation   ACCESS EXCLUSIVE, instant
--   invitation   SHARE UPDATE EXCLUSIVE, scan
--   recording    ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] recording: the running version of the application still uses the table
--   [ACC-H301] recording: its data is gone for good
--   [ACC-H205] invitation: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] invitation: the running version fails when it writes references, which are to rows of recording, not of file_item
--   [ACC-H401] invitation: no index starts with [recording_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   recording: all rows
-- Rows that stop this
--   invitation: references to rows of file_item that are not there
--     SELECT * FROM invitation c WHERE c.recording_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file_item p WHERE p.id = c.recording_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=file_item,invitation,recording invitation: change foreign key invitation_recording_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE file_item, invitation, recording IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE invitation DROP CONSTRAINT invitation_recording_id_fkey,
    ADD CONSTRAINT invitation_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES file_item (id) NOT VALID;
COMMIT;

-- accrete:step 2 transaction invitation: validate invitation_recording_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE invitation VALIDATE CONSTRAINT invitation_recording_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=recording drop recording
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE recording IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE recording;
COMMIT;
