-- accrete:undo V0002 case postgresql
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users.email   change type from varchar(300) to varchar(255), using substring(email from 1 for 255)   Users.email
--   users.age     change type from bigint to integer                                                     Users.age
-- Locks
--   users         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] users.email: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] users.email: the running version of the application may write values that no longer fit
--   [ACC-H210] users.email: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] users.age: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] users.age: the running version of the application may write values that no longer fit
--   [ACC-H210] users.age: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   users.age: what the conversion of its values left out
--   users.email: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=users users.age: change type to integer
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN age TYPE integer USING age::integer;
COMMIT;

-- accrete:step 2 transaction locks=users users.email: change type to varchar(255)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN email TYPE varchar(255) USING substring(email from 1 for 255);
COMMIT;
