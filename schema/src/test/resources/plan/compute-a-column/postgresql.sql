-- accrete:migration V0002 case postgresql
-- accrete:model 1:df6e93b180d262a1e0a6423d9360b92f
-- accrete:verdict compatible
--
-- Changes
--   orders.rest   add column integer generated as price % 100   Orders.rest
-- Locks
--   orders        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] orders.rest: the new column writes every row anew, and nobody reads or writes the table meanwhile
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=orders orders.rest: add column
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
DECLARE
    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000 THEN ' STORED' ELSE '' END;
BEGIN
    EXECUTE format($sql$
    ALTER TABLE orders ADD COLUMN rest integer GENERATED ALWAYS AS (price %% 100)%1$s
    $sql$, kind);
END
$accrete$;
