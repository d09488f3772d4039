-- accrete:undo V0002 case postgresql
-- accrete:model 1:f9769b5948d3ad252386ecc1687aac8d
-- accrete:verdict breaking
--
-- Changes
--   lamp.watts   drop column   Lamp.watts
-- Locks
--   lamp         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] lamp.watts: the running version of the application still reads and writes the column
--   [ACC-H301] lamp.watts: its data is gone for good
-- Data that does not come back
--   lamp.watts: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=lamp lamp.watts: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp DROP COLUMN watts;
