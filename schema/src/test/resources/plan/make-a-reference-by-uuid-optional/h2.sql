-- accrete:migration V0002 case h2
-- accrete:model 1:f3d4ab42f5e52247caacff8cb2da3dc6
-- accrete:verdict compatible
--
-- Changes
--   process.person_id   drop not null   Process.personId
-- Locks
--   process             EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit process.person_id: accept rows without a value
ALTER TABLE process ALTER COLUMN person_id DROP NOT NULL;
