-- accrete:undo V0002 case h2
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
--   badge            EXCLUSIVE, instant
--   member           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] member.phase: the running version of the application may write values that no longer fit
--   [ACC-H201] member.state: the running version of the application looks for the old name
--   [ACC-H201] badge.owner_nr: the running version of the application looks for the old name
--   [ACC-H201] users: the running version of the application looks for the old name
-- Data that does not come back
--   member.phase: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit badge: drop foreign key badge_owner_fkey
ALTER TABLE badge DROP CONSTRAINT IF EXISTS badge_owner_fkey;

-- accrete:step 2 autocommit member: drop unique key uk_member_phase
ALTER TABLE member DROP CONSTRAINT IF EXISTS uk_member_phase;

-- accrete:step 3 autocommit member.phase: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS member_phase_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'MEMBER' AND column_name = 'PHASE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'MEMBER_PHASE_TYPE')
    THEN 'ALTER TABLE member ALTER COLUMN phase SET DATA TYPE varchar(20) USING substring(phase from 1 for 20)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS member_phase_type;

-- accrete:step 4 autocommit member.phase: rename to state
ALTER TABLE IF EXISTS member ALTER COLUMN IF EXISTS phase RENAME TO state;

-- accrete:step 5 autocommit badge.owner: rename to owner_nr
ALTER TABLE IF EXISTS badge ALTER COLUMN IF EXISTS owner RENAME TO owner_nr;

-- accrete:step 6 autocommit member: rename to users
ALTER TABLE IF EXISTS member RENAME TO users;
