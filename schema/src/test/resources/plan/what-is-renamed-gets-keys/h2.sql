-- accrete:migration V0002 case h2
-- accrete:model 1:ba699af74b8cc45604f1324cb15b68e9
-- accrete:verdict breaking
--
-- Changes
--   member         rename table from users                              Member
--   badge.owner    rename column from owner_nr                          Badge.owner
--   member.phase   rename column from state                             Member.phase
--   member.phase   change type from varchar(20) to varchar(40)          Member.phase
--   member         add unique constraint uk_member_phase (phase)        Member
--   badge          add foreign key badge_owner_fkey (owner) to member   Badge
-- Locks
--   badge          EXCLUSIVE, scan
--   member         EXCLUSIVE, rewrite
--   users          EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] member: the running version of the application looks for the old name
--   [ACC-H201] badge.owner: the running version of the application looks for the old name
--   [ACC-H201] member.phase: the running version of the application looks for the old name
--   [ACC-H205] member: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] badge: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   member: the same values in state
--     SELECT state, count(*) FROM users WHERE state IS NOT NULL GROUP BY state HAVING count(*) > 1;
--   badge: references to rows of member that are not there
--     SELECT * FROM badge c WHERE c.owner_nr IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users p WHERE p.id = c.owner_nr);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users: rename to member
ALTER TABLE IF EXISTS users RENAME TO member;

-- accrete:step 2 autocommit badge.owner_nr: rename to owner
ALTER TABLE IF EXISTS badge ALTER COLUMN IF EXISTS owner_nr RENAME TO owner;

-- accrete:step 3 autocommit member.state: rename to phase
ALTER TABLE IF EXISTS member ALTER COLUMN IF EXISTS state RENAME TO phase;

-- accrete:step 4 autocommit member.phase: change type to varchar(40)
ALTER TABLE member ALTER COLUMN phase SET DATA TYPE varchar(40);

-- accrete:step 5 autocommit member: add unique key uk_member_phase
ALTER TABLE member ADD CONSTRAINT uk_member_phase UNIQUE (phase);

-- accrete:step 6 autocommit badge: add foreign key badge_owner_fkey
ALTER TABLE badge ADD CONSTRAINT badge_owner_fkey FOREIGN KEY (owner) REFERENCES member (id);
