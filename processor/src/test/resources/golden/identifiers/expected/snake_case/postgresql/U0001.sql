-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   by_uuid            drop table      ByUuid
--   by_sequence        drop table      BySequence
--   by_identity        drop table      ByIdentity
--   by_default         drop table      ByDefault
--   document_numbers   drop sequence
--   by_default_seq     drop sequence
-- Locks
--   by_default         ACCESS EXCLUSIVE, instant
--   by_identity        ACCESS EXCLUSIVE, instant
--   by_sequence        ACCESS EXCLUSIVE, instant
--   by_uuid            ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] by_uuid: the running version of the application still uses the table
--   [ACC-H301] by_uuid: its data is gone for good
--   [ACC-H202] by_sequence: the running version of the application still uses the table
--   [ACC-H301] by_sequence: its data is gone for good
--   [ACC-H202] by_identity: the running version of the application still uses the table
--   [ACC-H301] by_identity: its data is gone for good
--   [ACC-H202] by_default: the running version of the application still uses the table
--   [ACC-H301] by_default: its data is gone for good
--   [ACC-H202] document_numbers: the running version of the application still takes ids from the sequence
--   [ACC-H202] by_default_seq: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   by_default: all rows
--   by_identity: all rows
--   by_sequence: all rows
--   by_uuid: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=by_default,by_identity,by_sequence,by_uuid drop by_default, by_identity, by_sequence, by_uuid
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE by_default, by_identity, by_sequence, by_uuid IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE by_default, by_identity, by_sequence, by_uuid;
COMMIT;

-- accrete:step 2 transaction drop by_default_seq, document_numbers
BEGIN;
DROP SEQUENCE by_default_seq;
DROP SEQUENCE document_numbers;
COMMIT;
