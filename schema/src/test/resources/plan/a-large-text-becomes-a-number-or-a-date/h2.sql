-- accrete:migration V0002 case h2
-- accrete:model 1:970bcf8fe3984dae736e57142b536bfe
-- accrete:verdict breaking
--
-- Changes
--   revision.markup   change type from clob to bigint                  Revision.markup
--   revision.remark   change type from long32varchar to timestamp(6)   Revision.remark
-- Locks
--   revision          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] revision.markup: the running version of the application may write values that no longer fit
--   [ACC-H204] revision.remark: the running version of the application may write values that no longer fit
-- Rows that stop this
--   revision.markup: texts that are no bigint
--     SELECT * FROM revision WHERE markup = '' OR regexp_replace(markup, '^-?[0-9]+$', '') <> '';
--   revision.remark: texts that are no timestamp(6)
--     SELECT * FROM revision WHERE remark = '' OR regexp_replace(remark, '^([0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?( ?(Z|[-+][0-9]{2}(:?[0-9]{2})?))?)$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit revision.markup: change type to bigint
ALTER TABLE revision ALTER COLUMN markup SET DATA TYPE bigint;

-- accrete:step 2 autocommit revision.remark: change type to timestamp(6)
ALTER TABLE revision ALTER COLUMN remark SET DATA TYPE timestamp(6);
