-- accrete:undo V0002 case postgresql
-- accrete:model 1:866c3cc79800eda1eeab1f4d4e247b60
-- accrete:verdict breaking
--
-- Changes
--   line.amount   change type from integer to numeric(38,2)   Line.amount
-- Locks
--   line          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] line.amount: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] line.amount: the running version of the application may write values that no longer fit
--   [ACC-H210] line.amount: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   line.amount: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=line line: drop check line_amount_positive
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP CONSTRAINT line_amount_positive;
COMMIT;

-- accrete:step 2 transaction locks=line line.amount: change type to numeric(38,2)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN amount TYPE numeric(38,2) USING amount::numeric(38,2);
COMMIT;

-- accrete:step 3 transaction locks=line line: add check line_amount_positive
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_amount_positive CHECK (amount >= 0) NOT VALID;
COMMIT;

-- accrete:step 4 transaction line: validate line_amount_positive
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_amount_positive;
COMMIT;
