-- accrete:migration V0002 case h2
-- accrete:model 1:4069e806871b06dde39d9e036cef9f89
-- accrete:verdict compatible
--
-- Changes
--   track.pos   add column integer                    Track.pos
--   track.pos   number the rows of each list from 0   Track.pos
-- Locks
--   track       EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit track.pos: add column
ALTER TABLE track ADD COLUMN pos integer;

-- accrete:step 2 autocommit track.pos: number rows
UPDATE track SET pos = 0 + (SELECT count(*) FROM track o WHERE o.album_id = track.album_id AND o._ROWID_ < track._ROWID_) WHERE album_id IS NOT NULL;
