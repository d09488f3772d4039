-- accrete:migration V0002 case postgresql
-- accrete:model 1:56e0428bba53f5c9d083263bddba2a37
-- accrete:verdict breaking
--
-- Changes
--   invitation   drop foreign key invitation_recording_id_fkey (recording_id) to file_item    Invitation
--   recording    create table                                                                 Recording
--   recording    fill with (id, name) select id, name from file_item where kind <> 'Folder'   Recording
--   invitation   add foreign key invitation_recording_id_fkey (recording_id) to recording     Invitation
-- Locks
--   file_item    ACCESS EXCLUSIVE, instant
--   invitation   ACCESS EXCLUSIVE, instant
--   invitation   SHARE UPDATE EXCLUSIVE, scan
--   recording    ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] recording: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] invitation: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] invitation: the running version fails when it writes references to rows of recording, which it does not know
--   [ACC-H401] invitation: no index starts with [recording_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   invitation: references to rows of recording that are not there
--     SELECT * FROM invitation c WHERE c.recording_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT id from file_item where kind <> 'Folder') p (id) WHERE p.id = c.recording_id);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create recording, which nobody uses yet
BEGIN;
CREATE TABLE recording (
    id bigint NOT NULL,
    name varchar(255),
    CONSTRAINT recording_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction recording: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO recording (id, name) select id, name from file_item where kind <> 'Folder';
COMMIT;

-- accrete:step 3 transaction locks=file_item,invitation,recording invitation: change foreign key invitation_recording_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE file_item, invitation, recording IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE invitation DROP CONSTRAINT invitation_recording_id_fkey,
    ADD CONSTRAINT invitation_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recording (id) NOT VALID;
COMMIT;

-- accrete:step 4 transaction invitation: validate invitation_recording_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE invitation VALIDATE CONSTRAINT invitation_recording_id_fkey;
COMMIT;
