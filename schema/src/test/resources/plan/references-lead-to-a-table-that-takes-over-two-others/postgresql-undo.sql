-- accrete:undo V0002 case postgresql
-- accrete:model 1:6615b0e76ea20a0d00b3f8f6ae9ed70b
-- accrete:verdict breaking
--
-- Changes
--   person        drop foreign key person_id_fkey (id) to holder                  Person
--   firm          drop foreign key firm_id_fkey (id) to holder                    Firm
--   account       drop foreign key account_holder_id_fkey (holder_id) to holder   Account
--   holder.sort   drop column                                                     Holder.sort
-- Locks
--   account       ACCESS EXCLUSIVE, instant
--   firm          ACCESS EXCLUSIVE, instant
--   holder        ACCESS EXCLUSIVE, instant
--   person        ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] holder.sort: the running version of the application still reads and writes the column
--   [ACC-H301] holder.sort: its data is gone for good
-- Data that does not come back
--   holder.sort: all values
--   holder: rows that were taken over stay
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=account,holder account: drop foreign key account_holder_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account DROP CONSTRAINT account_holder_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=firm,holder firm: drop foreign key firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE firm, holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE firm DROP CONSTRAINT firm_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=holder,person person: drop foreign key person_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE holder, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person DROP CONSTRAINT person_id_fkey;
COMMIT;

-- accrete:step 4 transaction locks=holder holder.sort: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE holder DROP COLUMN sort;
COMMIT;
