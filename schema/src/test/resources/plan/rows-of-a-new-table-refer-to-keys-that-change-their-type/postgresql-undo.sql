-- accrete:undo V0002 case postgresql
-- accrete:model 1:d9c69bfd69bd7b17e99300d6876287cc
-- accrete:verdict breaking
--
-- Changes
--   support               drop foreign key support_program_id_fkey (program_id) to program    Support
--   facility              drop foreign key facility_support_id_fkey (support_id) to support   Facility
--   program.id            change type from uuid to varchar(36)                                Program.id
--   facility.support_id   drop column                                                         Facility.supportId
--   support               drop table                                                          Support
-- Locks
--   facility              ACCESS EXCLUSIVE, instant
--   program               ACCESS EXCLUSIVE, rewrite
--   support               ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] program.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] program.id: the running version of the application may write values that no longer fit
--   [ACC-H210] program.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] facility.support_id: the running version of the application still reads and writes the column
--   [ACC-H301] facility.support_id: its data is gone for good
--   [ACC-H202] support: the running version of the application still uses the table
--   [ACC-H301] support: its data is gone for good
-- Data that does not come back
--   support: all rows
--   facility.support_id: all values
--   program.id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=facility,support facility: drop foreign key facility_support_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE facility, support IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE facility DROP CONSTRAINT facility_support_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=program,support support: drop foreign key support_program_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE program, support IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE support DROP CONSTRAINT support_program_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=program program.id: change type to varchar(36)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE program IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE program ALTER COLUMN id TYPE varchar(36) USING id::varchar(36);
COMMIT;

-- accrete:step 4 transaction locks=facility facility.support_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE facility IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE facility DROP COLUMN support_id;
COMMIT;

-- accrete:step 5 transaction locks=support drop support
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE support IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE support;
COMMIT;
