-- accrete:migration V0002 case postgresql
-- accrete:model 1:c79388e1d7f573605d408a2777533ac0
-- accrete:verdict compatible
--
-- Changes
--   item.age   change type from integer to bigint   Item.age
-- Locks
--   item       ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] item.age: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] item.age: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=item item.age: change type to bigint
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
DECLARE
    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000 THEN ' STORED' ELSE '' END;
BEGIN
    EXECUTE format($sql$
    ALTER TABLE item DROP COLUMN twice,
        ALTER COLUMN age TYPE bigint USING age::bigint,
        ADD COLUMN twice bigint GENERATED ALWAYS AS (age * 2)%1$s
    $sql$, kind);
END
$accrete$;
