-- accrete:undo V0002 case postgresql
-- accrete:model 1:afba9e06ed40d0164f9f1f0ac3a67052
-- accrete:verdict compatible
--
-- Changes
--   agenda   drop foreign key agenda_first_item_id_fkey (first_item_id) to item   Agenda
-- Locks
--   agenda   ACCESS EXCLUSIVE, instant
--   item     ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   agenda.first_item_id: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=agenda,item agenda: drop foreign key agenda_first_item_id_fkey
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE agenda, item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE agenda DROP CONSTRAINT agenda_first_item_id_fkey;
