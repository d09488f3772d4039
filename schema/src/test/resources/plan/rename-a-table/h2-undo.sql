-- accrete:undo V0002 case h2
-- accrete:model 1:d1738aa84c05c89eb1e8c2613bdfd798
-- accrete:verdict breaking
--
-- Changes
--   members   rename constraint from members_pkey to users_pkey   Members
--   users     rename table from members
-- Locks
--   members   EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] users: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit members: rename constraint members_pkey to users_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'MEMBERS_PKEY')
    THEN 'ALTER TABLE members RENAME CONSTRAINT members_pkey TO users_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 2 autocommit members: rename to users
ALTER TABLE IF EXISTS members RENAME TO users;
