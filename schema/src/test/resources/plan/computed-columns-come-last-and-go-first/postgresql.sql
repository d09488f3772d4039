-- accrete:migration V0002 case postgresql
-- accrete:model 1:0cbe5f5380a5dbabb13b053665e804a5
-- accrete:verdict breaking
--
-- Changes
--   line.half     add column integer generated as weight / 2   Line.half
--   line.weight   add column integer                           Line.weight
--   line.amount   drop column                                  Line
--   line.twice    drop column                                  Line
-- Locks
--   line          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] line.half: the new column writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H202] line.amount: the running version of the application still reads and writes the column
--   [ACC-H301] line.amount: its data is gone for good
--   [ACC-H202] line.twice: the running version of the application still reads and writes the column
--   [ACC-H301] line.twice: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=line line.weight: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD COLUMN weight integer;
COMMIT;

-- accrete:step 2 transaction locks=line line.half: add column
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
    ALTER TABLE line ADD COLUMN half integer GENERATED ALWAYS AS (weight / 2)%1$s
    $sql$, kind);
END
$accrete$;
COMMIT;

-- accrete:step 3 transaction locks=line line.twice: drop column; line.amount: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP COLUMN twice;
ALTER TABLE line DROP COLUMN amount;
COMMIT;
