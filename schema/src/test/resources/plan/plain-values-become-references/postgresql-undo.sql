-- accrete:undo V0002 case postgresql
-- accrete:model 1:9e82c7a239e75c87446251911008c02c
-- accrete:verdict breaking
--
-- Changes
--   member_fees            drop foreign key member_fees_fees_key_fkey (fees_key) to club   Member.fees
--   member                 drop foreign key member_club_fkey (club) to club                Member
--   member_fees.fees_key   change type from bigint to varchar(255)                         MemberFees.feesKey
-- Locks
--   club                   ACCESS EXCLUSIVE, instant
--   member                 ACCESS EXCLUSIVE, instant
--   member_fees            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] member_fees.fees_key: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] member_fees.fees_key: the running version of the application may write values that no longer fit
--   [ACC-H210] member_fees.fees_key: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   member.club: what the conversion of its values left out
--   member_fees.fees_key: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=club,member member: drop foreign key member_club_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member DROP CONSTRAINT member_club_fkey;
COMMIT;

-- accrete:step 2 transaction locks=club,member_fees member_fees: drop foreign key member_fees_fees_key_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, member_fees IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member_fees DROP CONSTRAINT member_fees_fees_key_fkey;
COMMIT;

-- accrete:step 3 transaction locks=member_fees member_fees.fees_key: change type to varchar(255)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE member_fees IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member_fees ALTER COLUMN fees_key TYPE varchar(255) USING fees_key::varchar(255);
COMMIT;
