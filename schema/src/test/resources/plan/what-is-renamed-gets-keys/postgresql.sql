-- accrete:migration V0002 case postgresql
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
--   badge          ACCESS EXCLUSIVE, instant
--   badge          SHARE UPDATE EXCLUSIVE, scan
--   member         ACCESS EXCLUSIVE, instant
--   member         SHARE UPDATE EXCLUSIVE, scan
--   users          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] member: the running version of the application looks for the old name
--   [ACC-H201] badge.owner: the running version of the application looks for the old name
--   [ACC-H201] member.phase: the running version of the application looks for the old name
--   [ACC-H210] member.phase: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] member: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] badge: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] badge: no index starts with [owner], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   member: the same values in state
--     SELECT state, count(*) FROM users WHERE state IS NOT NULL GROUP BY state HAVING count(*) > 1;
--   badge: references to rows of member that are not there
--     SELECT * FROM badge c WHERE c.owner_nr IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users p WHERE p.id = c.owner_nr);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=users users: rename to member
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users RENAME TO member;
COMMIT;

-- accrete:step 2 transaction locks=badge badge.owner_nr: rename to owner
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE badge IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE badge RENAME COLUMN owner_nr TO owner;
COMMIT;

-- accrete:step 3 transaction locks=member member.state: rename to phase; member.phase: change type to varchar(40), rows stay as they are
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member RENAME COLUMN state TO phase;
ALTER TABLE member ALTER COLUMN phase TYPE varchar(40);
COMMIT;

-- accrete:step 4 autocommit index=uk_member_phase member: build index uk_member_phase online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY uk_member_phase ON member (phase);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=member member: add unique key uk_member_phase
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT uk_member_phase UNIQUE USING INDEX uk_member_phase;
COMMIT;

-- accrete:step 6 transaction locks=badge,member badge: add foreign key badge_owner_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE badge, member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE badge ADD CONSTRAINT badge_owner_fkey FOREIGN KEY (owner) REFERENCES member (id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction badge: validate badge_owner_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE badge VALIDATE CONSTRAINT badge_owner_fkey;
COMMIT;
