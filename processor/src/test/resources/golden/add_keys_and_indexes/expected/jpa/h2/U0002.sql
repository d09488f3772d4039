-- accrete:undo V0002 draft h2
-- accrete:model 1:c490b99be2780ce6ba9522d22ca5e423
-- accrete:verdict breaking
--
-- Changes
--   Member           drop foreign key Member_team_id_fkey (team_id) to Team   Member
--   Member           drop index ix_member_city (city)                         Member
--   Member           drop unique constraint Member_email_key (email)          Member
--   Member.team_id   drop column                                              Member.team
-- Locks
--   Member           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] Member.team_id: the running version of the application still reads and writes the column
--   [ACC-H301] Member.team_id: its data is gone for good
-- Data that does not come back
--   Member.team_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit Member: drop foreign key Member_team_id_fkey
ALTER TABLE Member DROP CONSTRAINT IF EXISTS Member_team_id_fkey;

-- accrete:step 2 autocommit Member: drop index ix_member_city
DROP INDEX IF EXISTS ix_member_city;

-- accrete:step 3 autocommit Member: drop unique key Member_email_key
ALTER TABLE Member DROP CONSTRAINT IF EXISTS Member_email_key;

-- accrete:step 4 autocommit Member.team_id: drop column
ALTER TABLE Member DROP COLUMN IF EXISTS team_id;
