-- accrete:migration V0002 case h2
-- accrete:model 1:313a6883830ffa99a1631a1d8a739f69
-- accrete:verdict breaking
--
-- Changes
--   members   rename table from users                             Members
--   members   rename constraint from users_pkey to members_pkey   Members
-- Locks
--   members   EXCLUSIVE, instant
--   users     EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] members: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users: rename to members
ALTER TABLE IF EXISTS users RENAME TO members;

-- accrete:step 2 autocommit members: rename constraint users_pkey to members_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'USERS_PKEY')
    THEN 'ALTER TABLE members RENAME CONSTRAINT users_pkey TO members_pkey'
    ELSE 'SET @accrete NULL' END;
