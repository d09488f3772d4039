-- accrete:undo V0002 case postgresql
-- accrete:model 1:fb540479232b9f16bc1161591148cd6f
-- accrete:verdict breaking
--
-- Changes
--   badge            drop foreign key badge_owner_fkey (owner) to member                                 Badge
--   member           drop unique constraint uk_member_phase (phase)                                      Member
--   member.phase     change type from varchar(40) to varchar(20), using substring(phase from 1 for 20)   Member.phase
--   member.state     rename column from phase                                                            Member
--   badge.owner_nr   rename column from owner                                                            Badge
--   users            rename table from member
-- Locks
--   badge            ACCESS EXCLUSIVE, instant
--   member           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] member.phase: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] member.phase: the running version of the application may write values that no longer fit
--   [ACC-H210] member.phase: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H201] member.state: the running version of the application looks for the old name
--   [ACC-H201] badge.owner_nr: the running version of the application looks for the old name
--   [ACC-H201] users: the running version of the application looks for the old name
-- Data that does not come back
--   member.phase: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=badge,member badge: drop foreign key badge_owner_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE badge, member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE badge DROP CONSTRAINT badge_owner_fkey;
COMMIT;

-- accrete:step 2 transaction locks=member member: drop unique key uk_member_phase
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member DROP CONSTRAINT uk_member_phase;
COMMIT;

-- accrete:step 3 transaction locks=member member.phase: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ALTER COLUMN phase TYPE varchar(20) USING substring(phase from 1 for 20);
COMMIT;

-- accrete:step 4 transaction locks=member member.phase: rename to state
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member RENAME COLUMN phase TO state;
COMMIT;

-- accrete:step 5 transaction locks=badge badge.owner: rename to owner_nr
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE badge IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE badge RENAME COLUMN owner TO owner_nr;
COMMIT;

-- accrete:step 6 transaction locks=member member: rename to users
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member RENAME TO users;
COMMIT;
