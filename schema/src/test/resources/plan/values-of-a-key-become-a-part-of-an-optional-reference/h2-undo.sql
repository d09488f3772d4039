-- accrete:undo V0002 case h2
-- accrete:model 1:7aecd6f4b219d24a743b3558e202ab91
-- accrete:verdict compatible
--
-- Changes
--   member   drop foreign key member_delegation_id_doc_fkey (delegation_id, doc) to delegation   Member
-- Locks
--   member   EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   member.delegation_id: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit member: drop foreign key member_delegation_id_doc_fkey
ALTER TABLE member DROP CONSTRAINT IF EXISTS member_delegation_id_doc_fkey;
