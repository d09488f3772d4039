-- accrete:migration V0002 case h2
-- accrete:model 1:db37ad9ea20390c0c3f1268ed7d6ad1b
-- accrete:verdict breaking
--
-- Changes
--   members       rename table from users                             Members
--   members_seq   rename sequence from users_seq
--   members       rename constraint from users_pkey to members_pkey   Members
-- Locks
--   members       EXCLUSIVE, instant
--   users         EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] members: the running version of the application looks for the old name
--   [ACC-H201] members_seq: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users: rename to members
ALTER TABLE IF EXISTS users RENAME TO members;

EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'USERS_GRADE_CHECK')
    THEN 'ALTER TABLE members RENAME CONSTRAINT users_grade_check TO members_grade_check'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 2 autocommit members_seq: rename sequence
CREATE SEQUENCE members_seq START WITH 1 INCREMENT BY 50;

ALTER SEQUENCE members_seq RESTART WITH COALESCE((SELECT base_value FROM information_schema.sequences WHERE sequence_schema = current_schema AND sequence_name = 'USERS_SEQ'),
    (SELECT base_value FROM information_schema.sequences WHERE sequence_schema = current_schema AND sequence_name = 'MEMBERS_SEQ'));

DROP SEQUENCE IF EXISTS users_seq;

-- accrete:step 3 autocommit members: rename constraint users_pkey to members_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'USERS_PKEY')
    THEN 'ALTER TABLE members RENAME CONSTRAINT users_pkey TO members_pkey'
    ELSE 'SET @accrete NULL' END;
