-- accrete:undo V0002 case h2
-- accrete:model 1:bcf2df909cba51d0a899de7e5c822d5d
-- accrete:verdict breaking
--
-- Changes
--   vault.store   create table
--   store         drop primary key store_pkey (id)   Store
--   store         add primary key alias_pkey (id)    Store
--   vault.alias   rename table from store
-- Locks
--   store         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] vault.alias: the running version of the application looks for the old name
-- Data that does not come back
--   vault.store: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit store: drop primary key store_pkey
ALTER TABLE store DROP CONSTRAINT IF EXISTS store_pkey;

-- accrete:step 2 autocommit create vault.store
CREATE TABLE vault.store (
    id bigint NOT NULL,
    CONSTRAINT store_pkey PRIMARY KEY (id)
);

-- accrete:step 3 autocommit store: add primary key
ALTER TABLE store ADD CONSTRAINT alias_pkey PRIMARY KEY (id);

-- accrete:step 4 autocommit store: move to vault.alias, create it in its new schema
CREATE TABLE vault.alias (
    id bigint NOT NULL,
    CONSTRAINT alias_pkey PRIMARY KEY (id)
);

-- accrete:step 5 autocommit store: move to vault.alias, copy its rows
INSERT INTO vault.alias (id)
    SELECT id FROM store
    WHERE NOT EXISTS (SELECT 1 FROM vault.alias);

-- accrete:step 6 autocommit store: move to vault.alias, drop it in its old schema
DROP TABLE IF EXISTS store;
