-- accrete:undo V0002 case h2
-- accrete:model 1:3665e18c741b54b5b8f529f78d70d127
-- accrete:verdict breaking
--
-- Changes
--   vault.alias   rename constraint from alias_pkey to store_pkey   Alias
--   store         rename table from vault.alias
-- Locks
--   vault.alias   EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] store: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit vault.alias: rename constraint alias_pkey to store_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = 'VAULT' AND constraint_name = 'ALIAS_PKEY')
    THEN 'ALTER TABLE vault.alias RENAME CONSTRAINT alias_pkey TO store_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 2 autocommit vault.alias: move to store, create it in its new schema
CREATE TABLE store (
    id bigint NOT NULL,
    CONSTRAINT store_pkey PRIMARY KEY (id)
);

-- accrete:step 3 autocommit vault.alias: move to store, copy its rows
INSERT INTO store (id)
    SELECT id FROM vault.alias
    WHERE NOT EXISTS (SELECT 1 FROM store);

-- accrete:step 4 autocommit vault.alias: move to store, drop it in its old schema
DROP TABLE IF EXISTS vault.alias;
