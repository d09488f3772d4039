-- accrete:migration V0002 case postgresql
-- accrete:model 1:0ef064f8ab404a503b6e425f1b4e51ab
-- accrete:verdict breaking
--
-- Changes
--   trial.verdict_id   change type from boolean to bigint, using case when verdict_id then 1 when not verdict_id then 0 end   Trial.verdictId
--   verdict.id         change type from boolean to bigint, using case when id then 1 when not id then 0 end                   Verdict.id
-- Locks
--   trial              ACCESS EXCLUSIVE, rewrite
--   verdict            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] trial.verdict_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] trial.verdict_id: the running version of the application may write values that no longer fit
--   [ACC-H210] trial.verdict_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] verdict.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] verdict.id: the running version of the application may write values that no longer fit
--   [ACC-H210] verdict.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   verdict: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT case when id then 1 when not id then 0 end AS id FROM verdict) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=trial,verdict trial: drop foreign key trial_verdict_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial, verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trial DROP CONSTRAINT trial_verdict_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=trial trial.verdict_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE trial IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE trial ALTER COLUMN verdict_id TYPE bigint USING case when verdict_id then 1 when not verdict_id then 0 end;
COMMIT;

-- accrete:step 3 transaction locks=verdict verdict.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE verdict IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE verdict ALTER COLUMN id TYPE bigint USING case when id then 1 when not id then 0 end;
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
