-- accrete:undo V0002 case h2
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users.email   change type from varchar(300) to varchar(255), using substring(email from 1 for 255)   Users.email
--   users.age     change type from bigint to integer                                                     Users.age
-- Locks
--   users         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] users.email: the running version of the application may write values that no longer fit
--   [ACC-H204] users.age: the running version of the application may write values that no longer fit
-- Data that does not come back
--   users.age: what the conversion of its values left out
--   users.email: what the conversion of its values left out
-- Rows that stop this
--   users.age: more than integer holds
--     SELECT * FROM users WHERE age NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.age: change type to integer
ALTER TABLE users ALTER COLUMN age SET DATA TYPE integer;

-- accrete:step 2 autocommit users.email: change type to varchar(255)
CREATE DOMAIN IF NOT EXISTS users_email_type AS varchar(255);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'USERS' AND column_name = 'EMAIL')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'USERS_EMAIL_TYPE')
    THEN 'ALTER TABLE users ALTER COLUMN email SET DATA TYPE varchar(255) USING substring(email from 1 for 255)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS users_email_type;
