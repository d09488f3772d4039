-- accrete:undo V0002 case h2
-- accrete:model 1:4ffa2af71e7d991f0eb6e9e181a78ba2
-- accrete:verdict breaking
--
-- Changes
--   revision.remark   change type from timestamp(6) to long32varchar   Revision.remark
--   revision.markup   change type from bigint to clob                  Revision.markup
-- Locks
--   revision          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] revision.remark: the running version of the application may write values that no longer fit
--   [ACC-H204] revision.markup: the running version of the application may write values that no longer fit
-- Data that does not come back
--   revision.markup: what the conversion of its values left out
--   revision.remark: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit revision.markup: change type to clob
ALTER TABLE revision ALTER COLUMN markup SET DATA TYPE clob;

-- accrete:step 2 autocommit revision.remark: change type to clob
ALTER TABLE revision ALTER COLUMN remark SET DATA TYPE clob;
