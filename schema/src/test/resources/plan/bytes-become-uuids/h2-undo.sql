-- accrete:undo V0002 case h2
-- accrete:model 1:59945a80e3c81ee528c225d07e3c29b1
-- accrete:verdict breaking
--
-- Changes
--   meter.tag   change type from uuid to binary(16)   Meter.tag
-- Locks
--   meter       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] meter.tag: the running version of the application may write values that no longer fit
-- Data that does not come back
--   meter.tag: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit meter.tag: change type to binary(16)
ALTER TABLE meter ALTER COLUMN tag SET DATA TYPE binary(16);
