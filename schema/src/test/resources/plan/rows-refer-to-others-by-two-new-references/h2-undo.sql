-- accrete:undo V0002 case h2
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
--   member           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] member.town_id: the running version of the application still reads and writes the column
--   [ACC-H301] member.town_id: its data is gone for good
--   [ACC-H202] member.club_id: the running version of the application still reads and writes the column
--   [ACC-H301] member.club_id: its data is gone for good
-- Data that does not come back
--   member.club_id: all values
--   member.town_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit member: drop foreign key member_club_id_fkey
ALTER TABLE member DROP CONSTRAINT IF EXISTS member_club_id_fkey;

-- accrete:step 2 autocommit member: drop foreign key member_town_id_fkey
ALTER TABLE member DROP CONSTRAINT IF EXISTS member_town_id_fkey;

-- accrete:step 3 autocommit member: drop unique key member_club_id_town_id_key
ALTER TABLE member DROP CONSTRAINT IF EXISTS member_club_id_town_id_key;

-- accrete:step 4 autocommit member.club_id: drop column
ALTER TABLE member DROP COLUMN IF EXISTS club_id;

-- accrete:step 5 autocommit member.town_id: drop column
ALTER TABLE member DROP COLUMN IF EXISTS town_id;
