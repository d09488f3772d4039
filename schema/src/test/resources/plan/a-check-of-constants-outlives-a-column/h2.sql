-- accrete:migration V0002 case h2
-- accrete:model 1:b0a3a392cb9541515d9722eb8dc43441
-- accrete:verdict compatible
--
-- Changes
--   lamp.watts   add column integer   Lamp.watts
-- Locks
--   lamp         EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit lamp.watts: add column
ALTER TABLE lamp ADD COLUMN watts integer;
