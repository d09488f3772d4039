-- accrete:migration V0002 case h2
-- accrete:model 1:1cade1951e30c5452282692207d91295
-- accrete:verdict breaking
--
-- Changes
--   part            drop foreign key part_owner_id_fkey (owner_id) to owner                  Part
--   part.owner_id   change type from integer to bigint, using (select min(id) from holder)   Part.ownerId
--   part            add foreign key part_owner_id_fkey (owner_id) to holder                  Part
--   owner           drop table
-- Locks
--   part            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] part: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] part: the running version fails when it writes references, which are to rows of owner, not of holder
--   [ACC-H202] owner: the running version of the application still uses the table
--   [ACC-H301] owner: its data is gone for good
-- Rows that stop this
--   part.owner_id: no value, where none is found for them
--     SELECT * FROM part WHERE (select min(id) from holder) IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit part: drop foreign key part_owner_id_fkey
ALTER TABLE part DROP CONSTRAINT IF EXISTS part_owner_id_fkey;

-- accrete:step 2 autocommit part.owner_id: change type to bigint
CREATE DOMAIN IF NOT EXISTS part_owner_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PART' AND column_name = 'OWNER_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PART_OWNER_ID_TYPE')
    THEN 'ALTER TABLE part ALTER COLUMN owner_id SET DATA TYPE bigint USING (select min(id) from holder)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS part_owner_id_type;

-- accrete:step 3 autocommit part: add foreign key part_owner_id_fkey
ALTER TABLE part ADD CONSTRAINT part_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES holder (id);

-- accrete:step 4 autocommit drop owner
DROP TABLE IF EXISTS owner;
