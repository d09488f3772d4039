-- accrete:undo V0002 draft h2
-- accrete:model 1:c490b99be2780ce6ba9522d22ca5e423
-- accrete:verdict breaking
--
-- Changes
--   member           drop foreign key member_team_id_fkey (team_id) to team   Member
--   member           drop index ix_member_city (city)                         Member
--   member           drop unique constraint member_email_key (email)          Member
--   member.team_id   drop column                                              Member.team
-- Locks
--   member           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] member.team_id: the running version of the application still reads and writes the column
--   [ACC-H301] member.team_id: its data is gone for good
-- Data that does not come back
--   member.team_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit member: drop foreign key member_team_id_fkey
ALTER TABLE member DROP CONSTRAINT IF EXISTS member_team_id_fkey;

-- accrete:step 2 autocommit member: drop index ix_member_city
DROP INDEX IF EXISTS ix_member_city;

-- accrete:step 3 autocommit member: drop unique key member_email_key
ALTER TABLE member DROP CONSTRAINT IF EXISTS member_email_key;

-- accrete:step 4 autocommit member.team_id: drop column
ALTER TABLE member DROP COLUMN IF EXISTS team_id;
