-- accrete:migration V0002 case postgresql
-- accrete:model 1:4049c1c61e262bbd9726cd378ecefeaf
-- accrete:verdict breaking
--
-- Changes
--   store         rename table from vault.alias      Store
--   store         drop primary key alias_pkey (id)   Store
--   store         add primary key store_pkey (id)    Store
--   vault.store   drop table
-- Locks
--   store         ACCESS EXCLUSIVE, instant
--   store         SHARE UPDATE EXCLUSIVE, scan
--   vault.alias   ACCESS EXCLUSIVE, instant
--   vault.store   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] store: the running version of the application looks for the old name
--   [ACC-H202] vault.store: the running version of the application still uses the table
--   [ACC-H301] vault.store: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=vault.alias vault.alias: rename to store
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vault.alias IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
BEGIN
    EXECUTE 'ALTER TABLE vault.alias SET SCHEMA ' || quote_ident(current_schema());
END
$accrete$;

ALTER TABLE alias RENAME TO store;
COMMIT;

-- accrete:step 2 autocommit index=store_pkey store: build index store_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY store_pkey ON store (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=store store: change primary key store_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE store IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE store DROP CONSTRAINT alias_pkey,
    ADD CONSTRAINT store_pkey PRIMARY KEY USING INDEX store_pkey;
COMMIT;

-- accrete:step 4 transaction locks=vault.store drop vault.store
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vault.store IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE vault.store;
COMMIT;
