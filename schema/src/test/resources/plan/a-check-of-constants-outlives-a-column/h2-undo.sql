-- accrete:undo V0002 case h2
-- accrete:model 1:f9769b5948d3ad252386ecc1687aac8d
-- accrete:verdict breaking
--
-- Changes
--   lamp.watts   drop column   Lamp.watts
-- Locks
--   lamp         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] lamp.watts: the running version of the application still reads and writes the column
--   [ACC-H301] lamp.watts: its data is gone for good
-- Data that does not come back
--   lamp.watts: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit lamp.watts: drop column
ALTER TABLE lamp DROP COLUMN IF EXISTS watts;
ALTER TABLE lamp DROP CONSTRAINT IF EXISTS lamp_check;
ALTER TABLE lamp ADD CONSTRAINT lamp_check CHECK (3 < 4);
