-- accrete:undo V0002 case h2
-- accrete:model 1:305cbc4c6486d75dc981e98318e8ce3f
-- accrete:verdict breaking
--
-- Changes
--   grants             drop foreign key grants_scope_id_fkey (scope_id) to scope      Grants
--   grants             drop foreign key grants_client_id_fkey (client_id) to client   Grants
--   grants.scope_id    change type from bigint to varchar(36)                         Grants.scopeId
--   grants.client_id   change type from bigint to varchar(36)                         Grants.clientId
-- Locks
--   grants             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] grants.scope_id: the running version of the application may write values that no longer fit
--   [ACC-H204] grants.client_id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   grants.client_id: what the conversion of its values left out
--   grants.scope_id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit grants: drop foreign key grants_client_id_fkey
ALTER TABLE grants DROP CONSTRAINT IF EXISTS grants_client_id_fkey;

-- accrete:step 2 autocommit grants: drop foreign key grants_scope_id_fkey
ALTER TABLE grants DROP CONSTRAINT IF EXISTS grants_scope_id_fkey;

-- accrete:step 3 autocommit grants.client_id: change type to varchar(36)
ALTER TABLE grants ALTER COLUMN client_id SET DATA TYPE varchar(36);

-- accrete:step 4 autocommit grants.scope_id: change type to varchar(36)
ALTER TABLE grants ALTER COLUMN scope_id SET DATA TYPE varchar(36);
