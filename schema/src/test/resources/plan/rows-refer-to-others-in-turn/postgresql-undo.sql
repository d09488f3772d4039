-- accrete:undo V0002 case postgresql
-- accrete:model 1:f19ded0e7581822c31664325215092d2
-- accrete:verdict compatible
--
-- Changes
--   guest            drop primary key guest_pkey (town_id)   Guest
--   member.town_id   drop not null                           Member.townId
--   member.club_id   drop not null                           Member.clubId
--   guest.town_id    drop not null                           Guest.townId
-- Locks
--   guest            ACCESS EXCLUSIVE, instant
--   member           ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 transaction locks=guest guest: drop primary key; guest.town_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE guest IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE guest DROP CONSTRAINT guest_pkey;
ALTER TABLE guest ALTER COLUMN town_id DROP NOT NULL;
COMMIT;

-- accrete:step 2 transaction locks=member member.club_id: accept rows without a value; member.town_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ALTER COLUMN club_id DROP NOT NULL;
ALTER TABLE member ALTER COLUMN town_id DROP NOT NULL;
COMMIT;
