-- accrete:undo V0002 case postgresql
-- accrete:model 1:eec4715d35ff7ba3c56e4c5cec491e03
-- accrete:verdict compatible
--
-- Changes
--   line.twice   drop not null                        Line.twice
--   line.twice   drop default                         Line.twice
--   line.twice   generate as id * 2                   Line.twice
--   line.twice   change type from integer to bigint   Line.twice
-- Locks
--   line         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] line.twice: the new expression writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H301] line.twice: the values that were written into it are gone for good
--   [ACC-H101] line.twice: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] line.twice: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   line.twice: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=line line.twice: replace column
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
DECLARE
    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000 THEN ' STORED' ELSE '' END;
BEGIN
    EXECUTE format($sql$
    ALTER TABLE line DROP COLUMN twice,
        ADD COLUMN twice bigint GENERATED ALWAYS AS (id * 2)%1$s
    $sql$, kind);
END
$accrete$;
