-- accrete:migration V0002 case postgresql
-- accrete:model 1:b0a3a392cb9541515d9722eb8dc43441
-- accrete:verdict compatible
--
-- Changes
--   lamp.watts   add column integer   Lamp.watts
-- Locks
--   lamp         ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=lamp lamp.watts: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ADD COLUMN watts integer;
