-- accrete:undo V0002 case postgresql
-- accrete:model 1:3665e18c741b54b5b8f529f78d70d127
-- accrete:verdict breaking
--
-- Changes
--   vault.alias   rename constraint from alias_pkey to store_pkey   Alias
--   store         rename table from vault.alias
-- Locks
--   vault.alias   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] store: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=vault.alias vault.alias: rename constraint alias_pkey to store_pkey; vault.alias: rename to store
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vault.alias IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vault.alias RENAME CONSTRAINT alias_pkey TO store_pkey;

DO $accrete$
BEGIN
    EXECUTE 'ALTER TABLE vault.alias SET SCHEMA ' || quote_ident(current_schema());
END
$accrete$;

ALTER TABLE alias RENAME TO store;
