-- accrete:undo V0002 case postgresql
-- accrete:model 1:6f26395512ff64ee7e7584bc784f4a28
-- accrete:verdict breaking
--
-- Changes
--   member           drop foreign key member_town_id_fkey (town_id) to town                 Member
--   member           drop foreign key member_club_id_fkey (club_id) to club                 Member
--   member           drop unique constraint member_club_id_town_id_key (club_id, town_id)   Member
--   member.town_id   drop column                                                            Member.townId
--   member.club_id   drop column                                                            Member.clubId
-- Locks
--   club             ACCESS EXCLUSIVE, instant
--   member           ACCESS EXCLUSIVE, instant
--   town             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] member.town_id: the running version of the application still reads and writes the column
--   [ACC-H301] member.town_id: its data is gone for good
--   [ACC-H202] member.club_id: the running version of the application still reads and writes the column
--   [ACC-H301] member.club_id: its data is gone for good
-- Data that does not come back
--   member.club_id: all values
--   member.town_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=club,member member: drop foreign key member_club_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member DROP CONSTRAINT member_club_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=member,town member: drop foreign key member_town_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member, town IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member DROP CONSTRAINT member_town_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=member member: drop unique key member_club_id_town_id_key; member.club_id: drop column; member.town_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member DROP CONSTRAINT member_club_id_town_id_key;
ALTER TABLE member DROP COLUMN club_id;
ALTER TABLE member DROP COLUMN town_id;
COMMIT;
