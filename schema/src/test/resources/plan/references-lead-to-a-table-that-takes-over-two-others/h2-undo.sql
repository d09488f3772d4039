-- accrete:undo V0002 case h2
-- accrete:model 1:6615b0e76ea20a0d00b3f8f6ae9ed70b
-- accrete:verdict breaking
--
-- Changes
--   person        drop foreign key person_id_fkey (id) to holder                  Person
--   firm          drop foreign key firm_id_fkey (id) to holder                    Firm
--   account       drop foreign key account_holder_id_fkey (holder_id) to holder   Account
--   holder.sort   drop column                                                     Holder.sort
-- Locks
--   account       EXCLUSIVE, instant
--   firm          EXCLUSIVE, instant
--   holder        EXCLUSIVE, rewrite
--   person        EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] holder.sort: the running version of the application still reads and writes the column
--   [ACC-H301] holder.sort: its data is gone for good
-- Data that does not come back
--   holder.sort: all values
--   holder: rows that were taken over stay
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit account: drop foreign key account_holder_id_fkey
ALTER TABLE account DROP CONSTRAINT IF EXISTS account_holder_id_fkey;

-- accrete:step 2 autocommit firm: drop foreign key firm_id_fkey
ALTER TABLE firm DROP CONSTRAINT IF EXISTS firm_id_fkey;

-- accrete:step 3 autocommit person: drop foreign key person_id_fkey
ALTER TABLE person DROP CONSTRAINT IF EXISTS person_id_fkey;

-- accrete:step 4 autocommit holder.sort: drop column
ALTER TABLE holder DROP COLUMN IF EXISTS sort;
