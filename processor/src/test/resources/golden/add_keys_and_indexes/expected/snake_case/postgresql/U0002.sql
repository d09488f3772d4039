-- accrete:undo V0002 draft postgresql
-- accrete:model 1:c490b99be2780ce6ba9522d22ca5e423
-- accrete:verdict breaking
--
-- Changes
--   member           drop foreign key member_team_id_fkey (team_id) to team   Member
--   member           drop index ix_member_city (city)                         Member
--   member           drop unique constraint member_email_key (email)          Member
--   member.team_id   drop column                                              Member.team
-- Locks
--   member           ACCESS EXCLUSIVE, instant
--   team             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] member.team_id: the running version of the application still reads and writes the column
--   [ACC-H301] member.team_id: its data is gone for good
-- Data that does not come back
--   member.team_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=member,team member: drop foreign key member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member, team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member DROP CONSTRAINT member_team_id_fkey;
COMMIT;

-- accrete:step 2 autocommit member: drop index ix_member_city
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS ix_member_city;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=member member: drop unique key member_email_key; member.team_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member DROP CONSTRAINT member_email_key;
ALTER TABLE member DROP COLUMN team_id;
COMMIT;
