-- accrete:undo V0002 case h2
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict compatible
--
-- Changes
--   users.age   drop not null   Users.age
-- Locks
--   users       EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit users.age: accept rows without a value
ALTER TABLE users ALTER COLUMN age DROP NOT NULL;
