-- accrete:undo V0002 case postgresql
-- accrete:model 1:8e0b407443be6b77420fca79267fd79d
-- accrete:verdict breaking
--
-- Changes
--   verdict.id         change type from bigint to boolean, using id <> 0           Verdict.id
--   trial.verdict_id   change type from bigint to boolean, using verdict_id <> 0   Trial.verdictId
-- Locks
--   trial              ACCESS EXCLUSIVE, rewrite
--   verdict            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] verdict.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] verdict.id: the running version of the application may write values that no longer fit
--   [ACC-H210] verdict.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] trial.verdict_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] trial.verdict_id: the running version of the application may write values that no longer fit
--   [ACC-H210] trial.verdict_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   trial.verdict_id: what the conversion of its values left out
--   verdict.id: what the conversion of its values left out
-- Rows that stop this
--   verdict: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT id <> 0 AS id FROM verdict) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=trial,verdict trial: drop foreign key trial_verdict_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial, verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trial DROP CONSTRAINT trial_verdict_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=trial trial.verdict_id: change type to boolean
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trial ALTER COLUMN verdict_id TYPE boolean USING verdict_id <> 0;
COMMIT;

-- accrete:step 3 transaction locks=verdict verdict.id: change type to boolean
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE verdict ALTER COLUMN id TYPE boolean USING id <> 0;
COMMIT;

-- accrete:step 4 transaction locks=trial,verdict trial: add foreign key trial_verdict_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial, verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trial ADD CONSTRAINT trial_verdict_id_fkey FOREIGN KEY (verdict_id) REFERENCES verdict (id) NOT VALID;
COMMIT;

-- accrete:step 5 transaction trial: validate trial_verdict_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE trial VALIDATE CONSTRAINT trial_verdict_id_fkey;
COMMIT;
