-- accrete:undo V0002 case postgresql
-- accrete:model 1:bcf2df909cba51d0a899de7e5c822d5d
-- accrete:verdict breaking
--
-- Changes
--   vault.store   create table
--   store         drop primary key store_pkey (id)   Store
--   store         add primary key alias_pkey (id)    Store
--   vault.alias   rename table from store
-- Locks
--   store         ACCESS EXCLUSIVE, instant
--   store         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H201] vault.alias: the running version of the application looks for the old name
-- Data that does not come back
--   vault.store: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create vault.store, which nobody uses yet
BEGIN;
CREATE TABLE vault.store (
    id bigint NOT NULL,
    CONSTRAINT store_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 autocommit index=alias_pkey store: build index alias_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY alias_pkey ON store (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=store store: change primary key alias_pkey; store: rename to vault.alias
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE store IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE store DROP CONSTRAINT store_pkey,
    ADD CONSTRAINT alias_pkey PRIMARY KEY USING INDEX alias_pkey;

ALTER TABLE store RENAME TO alias;
ALTER TABLE alias SET SCHEMA vault;
COMMIT;
