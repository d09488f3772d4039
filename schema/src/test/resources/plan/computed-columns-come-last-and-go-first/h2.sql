-- accrete:migration V0002 case h2
-- accrete:model 1:0cbe5f5380a5dbabb13b053665e804a5
-- accrete:verdict breaking
--
-- Changes
--   line.half     add column integer generated as weight / 2   Line.half
--   line.weight   add column integer                           Line.weight
--   line.amount   drop column                                  Line
--   line.twice    drop column                                  Line
-- Locks
--   line          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] line.amount: the running version of the application still reads and writes the column
--   [ACC-H301] line.amount: its data is gone for good
--   [ACC-H202] line.twice: the running version of the application still reads and writes the column
--   [ACC-H301] line.twice: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit line.weight: add column
ALTER TABLE line ADD COLUMN weight integer;

-- accrete:step 2 autocommit line.half: add column
ALTER TABLE line ADD COLUMN half integer GENERATED ALWAYS AS (weight / 2);

-- accrete:step 3 autocommit line.twice: drop column
ALTER TABLE line DROP COLUMN IF EXISTS twice;

-- accrete:step 4 autocommit line.amount: drop column
ALTER TABLE line DROP COLUMN IF EXISTS amount;
