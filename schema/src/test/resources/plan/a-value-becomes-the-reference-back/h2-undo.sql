-- accrete:undo V0002 case h2
-- accrete:model 1:afba9e06ed40d0164f9f1f0ac3a67052
-- accrete:verdict compatible
--
-- Changes
--   agenda   drop foreign key agenda_first_item_id_fkey (first_item_id) to item   Agenda
-- Locks
--   agenda   EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   agenda.first_item_id: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit agenda: drop foreign key agenda_first_item_id_fkey
ALTER TABLE agenda DROP CONSTRAINT IF EXISTS agenda_first_item_id_fkey;
