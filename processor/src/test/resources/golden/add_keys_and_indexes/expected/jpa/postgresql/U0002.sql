-- accrete:undo V0002 draft postgresql
-- accrete:model 1:c490b99be2780ce6ba9522d22ca5e423
-- accrete:verdict breaking
--
-- Changes
--   Member           drop foreign key Member_team_id_fkey (team_id) to Team   Member
--   Member           drop index ix_member_city (city)                         Member
--   Member           drop unique constraint Member_email_key (email)          Member
--   Member.team_id   drop column                                              Member.team
-- Locks
--   Member           ACCESS EXCLUSIVE, instant
--   Team             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] Member.team_id: the running version of the application still reads and writes the column
--   [ACC-H301] Member.team_id: its data is gone for good
-- Data that does not come back
--   Member.team_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=Member,Team Member: drop foreign key Member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Member, Team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Member DROP CONSTRAINT Member_team_id_fkey;
COMMIT;

-- accrete:step 2 autocommit Member: drop index ix_member_city
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS ix_member_city;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=Member Member: drop unique key Member_email_key; Member.team_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Member DROP CONSTRAINT Member_email_key;
ALTER TABLE Member DROP COLUMN team_id;
COMMIT;
