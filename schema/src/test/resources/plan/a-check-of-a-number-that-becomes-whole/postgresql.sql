-- accrete:migration V0002 case postgresql
-- accrete:model 1:6c417be855c55d989b02291b00b52a7d
-- accrete:verdict breaking
--
-- Changes
--   line.amount   change type from numeric(38,2) to integer, using cast(amount as integer)   Line.amount
-- Locks
--   line          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] line.amount: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] line.amount: the running version of the application may write values that no longer fit
--   [ACC-H210] line.amount: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=line line: drop check line_amount_positive
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP CONSTRAINT line_amount_positive;
COMMIT;

-- accrete:step 2 transaction locks=line line.amount: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN amount TYPE integer USING cast(amount as integer);
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
