-- accrete:migration V0002 case h2
-- accrete:model 1:e8bef616af9adc714779d12bc4521974
-- accrete:verdict breaking
--
-- Changes
--   users_seq   alter sequence start 1 increment 50
-- Locks
--   none
-- Hazards
--   [ACC-H206] users_seq: an instance of the running version that starts again finds another increment than its mapping says, and refuses to
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users_seq: change sequence
ALTER SEQUENCE users_seq RESTART WITH (SELECT base_value FROM information_schema.sequences WHERE sequence_schema = current_schema AND sequence_name = 'USERS_SEQ') + 50 INCREMENT BY 50;
