-- accrete:undo V0002 case h2
-- accrete:model 1:556cbe69381cdafba305f30a8a5fd591
-- accrete:verdict breaking
--
-- Changes
--   account_holder   drop foreign key account_holder_id_fkey (id) to account                Account.holder
--   account_holder   drop foreign key account_holder_holder_id_fkey (holder_id) to holder   Account.holder
--   account_holder   drop table                                                             Account.holder
--   account          add foreign key account_holder_id_fkey (holder_id) to holder           Account
-- Locks
--   account          EXCLUSIVE, scan
--   account_holder   EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] account_holder: the running version of the application still uses the table
--   [ACC-H301] account_holder: its data is gone for good
-- Data that does not come back
--   account_holder: all rows
-- Rows that stop this
--   account: references to rows of holder that are not there
--     SELECT * FROM account c WHERE c.holder_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM holder p WHERE p.id = c.holder_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit account_holder: drop foreign key account_holder_id_fkey
ALTER TABLE account_holder DROP CONSTRAINT IF EXISTS account_holder_id_fkey;

-- accrete:step 2 autocommit account: add foreign key account_holder_id_fkey
ALTER TABLE account ADD CONSTRAINT account_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id);

-- accrete:step 3 autocommit drop account_holder
ALTER TABLE IF EXISTS account_holder DROP CONSTRAINT IF EXISTS account_holder_holder_id_fkey;
DROP TABLE IF EXISTS account_holder;
