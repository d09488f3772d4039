-- accrete:migration V0002 case h2
-- accrete:model 1:0c130e700ec81451da27fd92357f8a04
-- accrete:verdict breaking
--
-- Changes
--   meter.tag   change type from binary(16) to uuid   Meter.tag
-- Locks
--   meter       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] meter.tag: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit meter.tag: change type to uuid
ALTER TABLE meter ALTER COLUMN tag SET DATA TYPE uuid;
