-- accrete:undo V0002 case h2
-- accrete:model 1:e6e933b0b79e8cb1e566b4f1fe972da0
-- accrete:verdict compatible
--
-- Changes
--   users_seq   alter sequence start 1 increment 1
-- Locks
--   none
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit users_seq: change sequence
ALTER SEQUENCE users_seq RESTART WITH (SELECT base_value FROM information_schema.sequences WHERE sequence_schema = current_schema AND sequence_name = 'USERS_SEQ') + 50 INCREMENT BY 1;
