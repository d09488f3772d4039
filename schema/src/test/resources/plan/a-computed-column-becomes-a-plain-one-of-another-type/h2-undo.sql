-- accrete:undo V0002 case h2
-- accrete:model 1:eec4715d35ff7ba3c56e4c5cec491e03
-- accrete:verdict compatible
--
-- Changes
--   line.twice   drop not null                        Line.twice
--   line.twice   drop default                         Line.twice
--   line.twice   generate as id * 2                   Line.twice
--   line.twice   change type from integer to bigint   Line.twice
-- Locks
--   line         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H301] line.twice: the values that were written into it are gone for good
-- Data that does not come back
--   line.twice: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit line.twice: replace column
ALTER TABLE line DROP COLUMN IF EXISTS twice;
ALTER TABLE line ADD COLUMN twice bigint GENERATED ALWAYS AS (id * 2);
