-- accrete:undo V0002 case postgresql
-- accrete:model 1:18ff79f719403b8d5ab204d54340232e
-- accrete:verdict breaking
--
-- Changes
--   lamp         drop unique constraint lamp_maker_key (maker)                                                 Lamp
--   lamp         drop unique constraint lamp_built_key (built)                                                 Lamp
--   lamp.maker   change type from integer to uuid, using CAST(lpad(CAST(maker AS varchar), 32, '0') AS uuid)   Lamp.maker
--   lamp.built   change type from date to integer, using CAST(0 AS integer)                                    Lamp.built
-- Locks
--   lamp         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] lamp.maker: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] lamp.maker: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.maker: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] lamp.built: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] lamp.built: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.built: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   lamp.built: what the conversion of its values left out
--   lamp.maker: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=lamp lamp: drop unique key lamp_built_key; lamp: drop unique key lamp_maker_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp DROP CONSTRAINT lamp_built_key;
ALTER TABLE lamp DROP CONSTRAINT lamp_maker_key;
COMMIT;

-- accrete:step 2 transaction locks=lamp lamp.built: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ALTER COLUMN built TYPE integer USING CAST(0 AS integer);
COMMIT;

-- accrete:step 3 transaction locks=lamp lamp.maker: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE lamp ALTER COLUMN maker TYPE uuid USING CAST(lpad(CAST(maker AS varchar), 32, '0') AS uuid);
COMMIT;
