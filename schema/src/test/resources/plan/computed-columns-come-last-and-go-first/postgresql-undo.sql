-- accrete:undo V0002 case postgresql
-- accrete:model 1:082edbd2284b9ac30c07fb23463ba343
-- accrete:verdict breaking
--
-- Changes
--   line.twice    add column integer generated as amount * 2   Line
--   line.amount   add column integer                           Line
--   line.weight   drop column                                  Line.weight
--   line.half     drop column                                  Line.half
-- Locks
--   line          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] line.twice: the new column writes every row anew, and nobody reads or writes the table meanwhile
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

-- accrete:step 1 transaction locks=line line.amount: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD COLUMN amount integer;
COMMIT;

-- accrete:step 2 transaction locks=line line.twice: add column
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
DECLARE
    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000 THEN ' STORED' ELSE '' END;
BEGIN
    EXECUTE format($sql$
    ALTER TABLE line ADD COLUMN twice integer GENERATED ALWAYS AS (amount * 2)%1$s
    $sql$, kind);
END
$accrete$;
COMMIT;

-- accrete:step 3 transaction locks=line line.half: drop column; line.weight: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP COLUMN half;
ALTER TABLE line DROP COLUMN weight;
COMMIT;
