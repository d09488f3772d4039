-- accrete:migration V0002 case postgresql
-- accrete:model 1:8f131c30d51d1607d18401241b2103fe
-- accrete:verdict compatible
--
-- Changes
--   users.email   keep unmapped column               Users
--   users.email   drop not null of unmapped column   Users
-- Locks
--   users         ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users users.email: accept rows without a value
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
