-- accrete:undo V0002 case postgresql
-- accrete:model 1:556cbe69381cdafba305f30a8a5fd591
-- accrete:verdict breaking
--
-- Changes
--   account_holder   drop foreign key account_holder_id_fkey (id) to account                Account.holder
--   account_holder   drop foreign key account_holder_holder_id_fkey (holder_id) to holder   Account.holder
--   account_holder   drop table                                                             Account.holder
--   account          add foreign key account_holder_id_fkey (holder_id) to holder           Account
-- Locks
--   account          ACCESS EXCLUSIVE, instant
--   account          SHARE UPDATE EXCLUSIVE, scan
--   account_holder   ACCESS EXCLUSIVE, instant
--   holder           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] account_holder: the running version of the application still uses the table
--   [ACC-H301] account_holder: its data is gone for good
--   [ACC-H401] account: no index starts with [holder_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   account_holder: all rows
-- Rows that stop this
--   account: references to rows of holder that are not there
--     SELECT * FROM account c WHERE c.holder_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM holder p WHERE p.id = c.holder_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=account,holder account: add foreign key account_holder_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account ADD CONSTRAINT account_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) NOT VALID;
COMMIT;

-- accrete:step 2 transaction account: validate account_holder_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE account VALIDATE CONSTRAINT account_holder_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=account_holder,holder account_holder: drop foreign key account_holder_holder_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account_holder, holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account_holder DROP CONSTRAINT account_holder_holder_id_fkey;
COMMIT;

-- accrete:step 4 transaction locks=account,account_holder account_holder: drop foreign key account_holder_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, account_holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account_holder DROP CONSTRAINT account_holder_id_fkey;
COMMIT;

-- accrete:step 5 transaction locks=account_holder drop account_holder
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account_holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE account_holder;
COMMIT;
