-- accrete:undo V0002 case h2
-- accrete:model 1:d1738aa84c05c89eb1e8c2613bdfd798
-- accrete:verdict breaking
--
-- Changes
--   users.state   change type from enum('NEW','OLD','GONE')[255] to enum('NEW','OLD')[255], using CASE state WHEN 'NEW' THEN 'NEW' WHEN 'OLD' THEN 'OLD' WHEN 'GONE' THEN 'NEW' END   Users.state
-- Locks
--   users         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] users.state: the running version of the application may write values that no longer fit
-- Data that does not come back
--   users.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.state: change type to enum ('NEW','OLD')
CREATE DOMAIN IF NOT EXISTS users_state_type AS enum ('NEW','OLD');

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'USERS' AND column_name = 'STATE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'USERS_STATE_TYPE')
    THEN 'ALTER TABLE users ALTER COLUMN state SET DATA TYPE enum (''NEW'',''OLD'') USING CASE state WHEN ''NEW'' THEN ''NEW'' WHEN ''OLD'' THEN ''OLD'' WHEN ''GONE'' THEN ''NEW'' END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS users_state_type;
