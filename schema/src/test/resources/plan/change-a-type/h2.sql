-- accrete:migration V0002 case h2
-- accrete:model 1:dd21a4a5a98586dab074ba88455a4b1d
-- accrete:verdict compatible
--
-- Changes
--   users.age     change type from integer to bigint              Users.age
--   users.email   change type from varchar(255) to varchar(300)   Users.email
-- Locks
--   users         EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit users.age: change type to bigint
ALTER TABLE users ALTER COLUMN age SET DATA TYPE bigint;

-- accrete:step 2 autocommit users.email: change type to varchar(300)
ALTER TABLE users ALTER COLUMN email SET DATA TYPE varchar(300);
