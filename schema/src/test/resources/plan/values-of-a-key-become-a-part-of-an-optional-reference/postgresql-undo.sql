-- accrete:undo V0002 case postgresql
-- accrete:model 1:7aecd6f4b219d24a743b3558e202ab91
-- accrete:verdict compatible
--
-- Changes
--   member       drop foreign key member_delegation_id_doc_fkey (delegation_id, doc) to delegation   Member
-- Locks
--   delegation   ACCESS EXCLUSIVE, instant
--   member       ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   member.delegation_id: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=delegation,member member: drop foreign key member_delegation_id_doc_fkey
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delegation, member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member DROP CONSTRAINT member_delegation_id_doc_fkey;
