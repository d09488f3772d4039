-- accrete:migration V0002 case postgresql
-- accrete:model 1:c599b417ec2c1b5da2c7148d6fbc8130
-- accrete:verdict breaking
--
-- Changes
--   vault.alias   rename table from store                           Alias
--   vault.alias   rename constraint from store_pkey to alias_pkey   Alias
-- Locks
--   store         ACCESS EXCLUSIVE, instant
--   vault.alias   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] vault.alias: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=store store: rename to vault.alias
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE store IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE store RENAME TO alias;
ALTER TABLE alias SET SCHEMA vault;
COMMIT;

-- accrete:step 2 transaction locks=vault.alias vault.alias: rename constraint store_pkey to alias_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vault.alias IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vault.alias RENAME CONSTRAINT store_pkey TO alias_pkey;
COMMIT;
