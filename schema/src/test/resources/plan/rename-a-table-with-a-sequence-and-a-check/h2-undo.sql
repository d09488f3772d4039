-- accrete:undo V0002 case h2
-- accrete:model 1:b925385492b7f1ccbac2908180b66882
-- accrete:verdict breaking
--
-- Changes
--   members     rename constraint from members_pkey to users_pkey   Members
--   users_seq   rename sequence from members_seq
--   users       rename table from members
-- Locks
--   members     EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] users_seq: the running version of the application looks for the old name
--   [ACC-H201] users: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit members: rename constraint members_pkey to users_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'MEMBERS_PKEY')
    THEN 'ALTER TABLE members RENAME CONSTRAINT members_pkey TO users_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 2 autocommit users_seq: rename sequence
CREATE SEQUENCE users_seq START WITH 1 INCREMENT BY 50;

ALTER SEQUENCE users_seq RESTART WITH COALESCE((SELECT base_value FROM information_schema.sequences WHERE sequence_schema = current_schema AND sequence_name = 'MEMBERS_SEQ'),
    (SELECT base_value FROM information_schema.sequences WHERE sequence_schema = current_schema AND sequence_name = 'USERS_SEQ'));

DROP SEQUENCE IF EXISTS members_seq;

-- accrete:step 3 autocommit members: rename to users
ALTER TABLE IF EXISTS members RENAME TO users;

EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'MEMBERS_GRADE_CHECK')
    THEN 'ALTER TABLE users RENAME CONSTRAINT members_grade_check TO users_grade_check'
    ELSE 'SET @accrete NULL' END;
