-- accrete:migration V0002 case postgresql
-- accrete:model 1:be20fc8a7c9d6205d59d5dac31d9d7ad
-- accrete:verdict breaking
--
-- Changes
--   reading.id   change type from bigint to char(36), using cast(id as char(36))   Reading.id
-- Locks
--   reading      ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] reading.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] reading.id: the running version of the application may write values that no longer fit
--   [ACC-H210] reading.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   reading: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT cast(id as char(36)) AS id FROM reading) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=reading reading.id: change type to char(36)
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE reading IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE reading ALTER COLUMN id TYPE char(36) USING cast(id as char(36));
