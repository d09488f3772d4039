-- accrete:undo V0002 case postgresql
-- accrete:model 1:a30bf97f33ac7706718594bde6a71978
-- accrete:verdict breaking
--
-- Changes
--   orders.id   change type from uuid to integer, using CAST(replace(CAST(id AS varchar), '-', '') AS integer)   Orders.id
--   order_nr    drop sequence
-- Locks
--   orders      ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] orders.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] orders.id: the running version of the application may write values that no longer fit
--   [ACC-H210] orders.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] order_nr: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   orders.id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=orders orders.id: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ALTER COLUMN id TYPE integer USING CAST(replace(CAST(id AS varchar), '-', '') AS integer);
COMMIT;

-- accrete:step 2 transaction drop order_nr
BEGIN;
DROP SEQUENCE order_nr;
COMMIT;
