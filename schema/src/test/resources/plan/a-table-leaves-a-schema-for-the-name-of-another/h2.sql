-- accrete:migration V0002 case h2
-- accrete:model 1:4049c1c61e262bbd9726cd378ecefeaf
-- accrete:verdict breaking
--
-- Changes
--   store         rename table from vault.alias      Store
--   store         drop primary key alias_pkey (id)   Store
--   store         add primary key store_pkey (id)    Store
--   vault.store   drop table
-- Locks
--   store         EXCLUSIVE, scan
--   vault.alias   EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] store: the running version of the application looks for the old name
--   [ACC-H202] vault.store: the running version of the application still uses the table
--   [ACC-H301] vault.store: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit vault.alias: move to store, create it in its new schema
CREATE TABLE store (
    id bigint NOT NULL,
    CONSTRAINT alias_pkey PRIMARY KEY (id)
);

-- accrete:step 2 autocommit vault.alias: move to store, copy its rows
INSERT INTO store (id)
    SELECT id FROM vault.alias
    WHERE NOT EXISTS (SELECT 1 FROM store);

-- accrete:step 3 autocommit vault.alias: move to store, drop it in its old schema
DROP TABLE IF EXISTS vault.alias;

-- accrete:step 4 autocommit store: drop primary key alias_pkey
ALTER TABLE store DROP CONSTRAINT IF EXISTS alias_pkey;

-- accrete:step 5 autocommit store: add primary key
ALTER TABLE store ADD CONSTRAINT store_pkey PRIMARY KEY (id);

-- accrete:step 6 autocommit drop vault.store
DROP TABLE IF EXISTS vault.store;
