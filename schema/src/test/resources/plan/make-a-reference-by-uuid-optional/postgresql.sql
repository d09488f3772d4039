-- accrete:migration V0002 case postgresql
-- accrete:model 1:f3d4ab42f5e52247caacff8cb2da3dc6
-- accrete:verdict compatible
--
-- Changes
--   process.person_id   drop not null   Process.personId
-- Locks
--   process             ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=process process.person_id: accept rows without a value
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE process IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE process ALTER COLUMN person_id DROP NOT NULL;
