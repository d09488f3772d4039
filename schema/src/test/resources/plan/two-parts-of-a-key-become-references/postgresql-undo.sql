-- accrete:undo V0002 case postgresql
-- accrete:model 1:305cbc4c6486d75dc981e98318e8ce3f
-- accrete:verdict breaking
--
-- Changes
--   grants             drop foreign key grants_scope_id_fkey (scope_id) to scope      Grants
--   grants             drop foreign key grants_client_id_fkey (client_id) to client   Grants
--   grants.scope_id    change type from bigint to varchar(36)                         Grants.scopeId
--   grants.client_id   change type from bigint to varchar(36)                         Grants.clientId
-- Locks
--   client             ACCESS EXCLUSIVE, instant
--   grants             ACCESS EXCLUSIVE, rewrite
--   scope              ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] grants.scope_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] grants.scope_id: the running version of the application may write values that no longer fit
--   [ACC-H210] grants.scope_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] grants.client_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] grants.client_id: the running version of the application may write values that no longer fit
--   [ACC-H210] grants.client_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   grants.client_id: what the conversion of its values left out
--   grants.scope_id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=client,grants grants: drop foreign key grants_client_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client, grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants DROP CONSTRAINT grants_client_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=grants,scope grants: drop foreign key grants_scope_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants, scope IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants DROP CONSTRAINT grants_scope_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=grants grants.client_id: change type to varchar(36)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants ALTER COLUMN client_id TYPE varchar(36) USING client_id::varchar(36);
COMMIT;

-- accrete:step 4 transaction locks=grants grants.scope_id: change type to varchar(36)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants ALTER COLUMN scope_id TYPE varchar(36) USING scope_id::varchar(36);
COMMIT;
