-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   ByUuid             drop table      ByUuid
--   BySequence         drop table      BySequence
--   ByIdentity         drop table      ByIdentity
--   ByDefault          drop table      ByDefault
--   document_numbers   drop sequence
--   ByDefault_SEQ      drop sequence
-- Locks
--   ByDefault          ACCESS EXCLUSIVE, instant
--   ByIdentity         ACCESS EXCLUSIVE, instant
--   BySequence         ACCESS EXCLUSIVE, instant
--   ByUuid             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] ByUuid: the running version of the application still uses the table
--   [ACC-H301] ByUuid: its data is gone for good
--   [ACC-H202] BySequence: the running version of the application still uses the table
--   [ACC-H301] BySequence: its data is gone for good
--   [ACC-H202] ByIdentity: the running version of the application still uses the table
--   [ACC-H301] ByIdentity: its data is gone for good
--   [ACC-H202] ByDefault: the running version of the application still uses the table
--   [ACC-H301] ByDefault: its data is gone for good
--   [ACC-H202] document_numbers: the running version of the application still takes ids from the sequence
--   [ACC-H202] ByDefault_SEQ: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   ByDefault: all rows
--   ByIdentity: all rows
--   BySequence: all rows
--   ByUuid: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=ByDefault,ByIdentity,BySequence,ByUuid drop ByDefault, ByIdentity, BySequence, ByUuid
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ByDefault, ByIdentity, BySequence, ByUuid IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE ByDefault, ByIdentity, BySequence, ByUuid;
COMMIT;

-- accrete:step 2 transaction drop ByDefault_SEQ, document_numbers
BEGIN;
DROP SEQUENCE ByDefault_SEQ;
DROP SEQUENCE document_numbers;
COMMIT;
