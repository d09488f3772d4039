-- accrete:migration V0002 case postgresql
-- accrete:model 1:dd21a4a5a98586dab074ba88455a4b1d
-- accrete:verdict compatible
--
-- Changes
--   users.age     change type from integer to bigint              Users.age
--   users.email   change type from varchar(255) to varchar(300)   Users.email
-- Locks
--   users         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] users.age: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] users.age: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] users.email: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=users users.age: change type to bigint
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN age TYPE bigint USING age::bigint;
COMMIT;

-- accrete:step 2 transaction locks=users users.email: change type to varchar(300)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN email TYPE varchar(300);
COMMIT;
