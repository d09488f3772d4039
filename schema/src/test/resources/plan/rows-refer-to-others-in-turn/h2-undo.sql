-- accrete:undo V0002 case h2
-- accrete:model 1:f19ded0e7581822c31664325215092d2
-- accrete:verdict compatible
--
-- Changes
--   guest            drop primary key guest_pkey (town_id)   Guest
--   member.town_id   drop not null                           Member.townId
--   member.club_id   drop not null                           Member.clubId
--   guest.town_id    drop not null                           Guest.townId
-- Locks
--   guest            EXCLUSIVE, scan
--   member           EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit guest: drop foreign key guest_town_id_fkey
ALTER TABLE guest DROP CONSTRAINT IF EXISTS guest_town_id_fkey;

-- accrete:step 2 autocommit guest: drop primary key guest_pkey
ALTER TABLE guest DROP CONSTRAINT IF EXISTS guest_pkey;

-- accrete:step 3 autocommit guest.town_id: accept rows without a value
ALTER TABLE guest ALTER COLUMN town_id DROP NOT NULL;

-- accrete:step 4 autocommit member.club_id: accept rows without a value
ALTER TABLE member ALTER COLUMN club_id DROP NOT NULL;

-- accrete:step 5 autocommit member.town_id: accept rows without a value
ALTER TABLE member ALTER COLUMN town_id DROP NOT NULL;

-- accrete:step 6 autocommit guest: add foreign key guest_town_id_fkey
ALTER TABLE guest ADD CONSTRAINT guest_town_id_fkey FOREIGN KEY (town_id) REFERENCES town (id);
