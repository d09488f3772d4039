-- accrete:undo V0002 case h2
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
--   facility              EXCLUSIVE, rewrite
--   program               EXCLUSIVE, rewrite
--   support               EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] program.id: the running version of the application may write values that no longer fit
--   [ACC-H202] facility.support_id: the running version of the application still reads and writes the column
--   [ACC-H301] facility.support_id: its data is gone for good
--   [ACC-H202] support: the running version of the application still uses the table
--   [ACC-H301] support: its data is gone for good
-- Data that does not come back
--   support: all rows
--   facility.support_id: all values
--   program.id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit facility: drop foreign key facility_support_id_fkey
ALTER TABLE facility DROP CONSTRAINT IF EXISTS facility_support_id_fkey;

-- accrete:step 2 autocommit support: drop foreign key support_program_id_fkey
ALTER TABLE support DROP CONSTRAINT IF EXISTS support_program_id_fkey;

-- accrete:step 3 autocommit program.id: change type to varchar(36)
ALTER TABLE program ALTER COLUMN id SET DATA TYPE varchar(36);

-- accrete:step 4 autocommit facility.support_id: drop column
ALTER TABLE facility DROP COLUMN IF EXISTS support_id;

-- accrete:step 5 autocommit drop support
DROP TABLE IF EXISTS support;
