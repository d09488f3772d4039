-- accrete:undo V0002 case h2
-- accrete:model 1:866c3cc79800eda1eeab1f4d4e247b60
-- accrete:verdict breaking
--
-- Changes
--   line.amount   change type from integer to numeric(38,2)   Line.amount
-- Locks
--   line          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] line.amount: the running version of the application may write values that no longer fit
-- Data that does not come back
--   line.amount: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit line: drop check line_amount_positive
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_amount_positive;

-- accrete:step 2 autocommit line.amount: change type to numeric(38,2)
ALTER TABLE line ALTER COLUMN amount SET DATA TYPE numeric(38,2);

-- accrete:step 3 autocommit line: add check line_amount_positive
ALTER TABLE line ADD CONSTRAINT line_amount_positive CHECK (amount >= 0);
