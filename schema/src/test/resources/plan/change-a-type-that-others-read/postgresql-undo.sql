-- accrete:undo V0002 case postgresql
-- accrete:model 1:45c5d76f5cdd052c8ef7488b89f666d9
-- accrete:verdict breaking
--
-- Changes
--   item.age   change type from bigint to integer   Item.age
-- Locks
--   item       ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] item.age: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] item.age: the running version of the application may write values that no longer fit
--   [ACC-H210] item.age: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   item.age: what the conversion of its values left out
-- Rows that stop this
--   item.age: more than integer holds
--     SELECT * FROM item WHERE age NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=item item.age: change type to integer
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
        ALTER COLUMN age TYPE integer USING age::integer,
        ADD COLUMN twice bigint GENERATED ALWAYS AS (age * 2)%1$s
    $sql$, kind);
END
$accrete$;
