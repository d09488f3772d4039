-- accrete:migration V0002 case h2
-- accrete:model 1:8f131c30d51d1607d18401241b2103fe
-- accrete:verdict compatible
--
-- Changes
--   users.email   keep unmapped column               Users
--   users.email   drop not null of unmapped column   Users
-- Locks
--   users         EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit users.email: accept rows without a value
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
