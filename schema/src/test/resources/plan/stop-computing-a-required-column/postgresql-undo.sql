-- accrete:undo V0002 case postgresql
-- accrete:model 1:d6e330ff6f4c9fdcd4fb7d9628ef84f2
-- accrete:verdict compatible
--
-- Changes
--   orders.rest   drop not null             Orders.rest
--   orders.rest   generate as price % 100   Orders.rest
-- Locks
--   orders        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] orders.rest: the new expression writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H301] orders.rest: the values that were written into it are gone for good
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=orders orders.rest: replace column
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
DECLARE
    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000 THEN ' STORED' ELSE '' END;
BEGIN
    EXECUTE format($sql$
    ALTER TABLE orders DROP COLUMN rest,
        ADD COLUMN rest integer GENERATED ALWAYS AS (price %% 100)%1$s
    $sql$, kind);
END
$accrete$;
