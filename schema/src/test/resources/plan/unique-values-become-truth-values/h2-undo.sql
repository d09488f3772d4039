-- accrete:undo V0002 case h2
-- accrete:model 1:4993f9a6dbf83c0fcafe357d6cb37ce3
-- accrete:verdict breaking
--
-- Changes
--   lamp         drop unique constraint lamp_kind_key (kind)   Lamp
--   lamp.state   change type from boolean to varchar(20)       Lamp.state
--   lamp.kind    change type from varchar(5) to varchar(20)    Lamp.kind
-- Locks
--   lamp         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] lamp.state: the running version of the application may write values that no longer fit
-- Data that does not come back
--   lamp.kind: what the conversion of its values left out
--   lamp.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit lamp: drop unique key lamp_kind_key
ALTER TABLE lamp DROP CONSTRAINT IF EXISTS lamp_kind_key;

-- accrete:step 2 autocommit lamp.kind: change type to varchar(20)
ALTER TABLE lamp ALTER COLUMN kind SET DATA TYPE varchar(20);

-- accrete:step 3 autocommit lamp.state: change type to varchar(20)
ALTER TABLE lamp ALTER COLUMN state SET DATA TYPE varchar(20);
