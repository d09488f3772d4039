-- accrete:undo V0002 case postgresql
-- accrete:model 1:e78c04c29115686982af4fc42f32cc47
-- accrete:verdict breaking
--
-- Changes
--   reading.id   change type from char(36) to bigint   Reading.id
-- Locks
--   reading      ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] reading.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] reading.id: the running version of the application may write values that no longer fit
--   [ACC-H210] reading.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   reading.id: what the conversion of its values left out
-- Rows that stop this
--   reading.id: texts that are no bigint
--     SELECT * FROM reading WHERE id = '' OR regexp_replace(id, '^-?[0-9]+$', '') <> '';
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=reading reading.id: change type to bigint
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE reading IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE reading ALTER COLUMN id TYPE bigint USING id::bigint;
