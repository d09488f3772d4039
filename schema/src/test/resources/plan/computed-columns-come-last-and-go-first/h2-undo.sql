-- accrete:undo V0002 case h2
-- accrete:model 1:082edbd2284b9ac30c07fb23463ba343
-- accrete:verdict breaking
--
-- Changes
--   line.twice    add column integer generated as amount * 2   Line
--   line.amount   add column integer                           Line
--   line.weight   drop column                                  Line.weight
--   line.half     drop column                                  Line.half
-- Locks
--   line          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] line.weight: the running version of the application still reads and writes the column
--   [ACC-H301] line.weight: its data is gone for good
--   [ACC-H202] line.half: the running version of the application still reads and writes the column
--   [ACC-H301] line.half: its data is gone for good
-- Data that does not come back
--   line.half: all values
--   line.weight: all values
--   line.amount: the values that were dropped
--   line.twice: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit line.amount: add column
ALTER TABLE line ADD COLUMN amount integer;

-- accrete:step 2 autocommit line.twice: add column
ALTER TABLE line ADD COLUMN twice integer GENERATED ALWAYS AS (amount * 2);

-- accrete:step 3 autocommit line.half: drop column
ALTER TABLE line DROP COLUMN IF EXISTS half;

-- accrete:step 4 autocommit line.weight: drop column
ALTER TABLE line DROP COLUMN IF EXISTS weight;
