-- accrete:migration V0002 case h2
-- accrete:model 1:56e0428bba53f5c9d083263bddba2a37
-- accrete:verdict breaking
--
-- Changes
--   invitation   drop foreign key invitation_recording_id_fkey (recording_id) to file_item    Invitation
--   recording    create table                                                                 Recording
--   recording    fill with (id, name) select id, name from file_item where kind <> 'Folder'   Recording
--   invitation   add foreign key invitation_recording_id_fkey (recording_id) to recording     Invitation
-- Locks
--   invitation   EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] recording: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] invitation: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] invitation: the running version fails when it writes references to rows of recording, which it does not know
-- Rows that stop this
--   invitation: references to rows of recording that are not there
--     SELECT * FROM invitation c WHERE c.recording_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT id from file_item where kind <> 'Folder') p (id) WHERE p.id = c.recording_id);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit invitation: drop foreign key invitation_recording_id_fkey
ALTER TABLE invitation DROP CONSTRAINT IF EXISTS invitation_recording_id_fkey;

-- accrete:step 2 autocommit create recording
CREATE TABLE recording (
    id bigint NOT NULL,
    name varchar(255),
    CONSTRAINT recording_pkey PRIMARY KEY (id)
);

-- accrete:step 3 transaction recording: take over rows
BEGIN;
INSERT INTO recording (id, name) select id, name from file_item where kind <> 'Folder';
COMMIT;

-- accrete:step 4 autocommit invitation: add foreign key invitation_recording_id_fkey
ALTER TABLE invitation ADD CONSTRAINT invitation_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recording (id);
