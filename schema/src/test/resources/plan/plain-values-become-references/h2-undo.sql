-- accrete:undo V0002 case h2
-- accrete:model 1:9e82c7a239e75c87446251911008c02c
-- accrete:verdict breaking
--
-- Changes
--   member_fees            drop foreign key member_fees_fees_key_fkey (fees_key) to club   Member.fees
--   member                 drop foreign key member_club_fkey (club) to club                Member
--   member_fees.fees_key   change type from bigint to varchar(255)                         MemberFees.feesKey
-- Locks
--   member                 EXCLUSIVE, instant
--   member_fees            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] member_fees.fees_key: the running version of the application may write values that no longer fit
-- Data that does not come back
--   member.club: what the conversion of its values left out
--   member_fees.fees_key: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit member: drop foreign key member_club_fkey
ALTER TABLE member DROP CONSTRAINT IF EXISTS member_club_fkey;

-- accrete:step 2 autocommit member_fees: drop foreign key member_fees_fees_key_fkey
ALTER TABLE member_fees DROP CONSTRAINT IF EXISTS member_fees_fees_key_fkey;

-- accrete:step 3 autocommit member_fees.fees_key: change type to varchar(255)
ALTER TABLE member_fees ALTER COLUMN fees_key SET DATA TYPE varchar(255);
