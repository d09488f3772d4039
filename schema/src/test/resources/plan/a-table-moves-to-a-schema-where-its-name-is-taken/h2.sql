-- accrete:migration V0002 case h2
-- accrete:model 1:c599b417ec2c1b5da2c7148d6fbc8130
-- accrete:verdict breaking
--
-- Changes
--   vault.alias   rename table from store                           Alias
--   vault.alias   rename constraint from store_pkey to alias_pkey   Alias
-- Locks
--   store         EXCLUSIVE, rewrite
--   vault.alias   EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] vault.alias: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit store: move to vault.alias, create it in its new schema
CREATE TABLE vault.alias (
    id bigint NOT NULL,
    CONSTRAINT store_pkey PRIMARY KEY (id)
);

-- accrete:step 2 autocommit store: move to vault.alias, copy its rows
INSERT INTO vault.alias (id)
    SELECT id FROM store
    WHERE NOT EXISTS (SELECT 1 FROM vault.alias);

-- accrete:step 3 autocommit store: move to vault.alias, drop it in its old schema
DROP TABLE IF EXISTS store;

-- accrete:step 4 autocommit vault.alias: rename constraint store_pkey to alias_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = 'VAULT' AND constraint_name = 'STORE_PKEY')
    THEN 'ALTER TABLE vault.alias RENAME CONSTRAINT store_pkey TO alias_pkey'
    ELSE 'SET @accrete NULL' END;
