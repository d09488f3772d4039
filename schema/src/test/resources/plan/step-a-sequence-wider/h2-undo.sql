-- accrete:undo V0002 case h2
-- accrete:model 1:e6e933b0b79e8cb1e566b4f1fe972da0
-- accrete:verdict breaking
--
-- Changes
--   users_seq   alter sequence start 1 increment 1
-- Locks
--   none
-- Hazards
--   [ACC-H206] users_seq: the running version takes more ids for each value than the sequence leaves, and ids collide
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users_seq: change sequence
ALTER SEQUENCE users_seq RESTART WITH (SELECT base_value FROM information_schema.sequences WHERE sequence_schema = current_schema AND sequence_name = 'USERS_SEQ') + 50 INCREMENT BY 1;
