-- accrete:migration V0002 case postgresql
-- accrete:model 1:20ce6f88b1182538d4adbcb611d0ff4a
-- accrete:verdict breaking
--
-- Changes
--   order_nr    create sequence start 1 increment 50
--   orders.id   change type from integer to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)   Orders.id
-- Locks
--   orders      ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] orders.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] orders.id: the running version of the application may write values that no longer fit
--   [ACC-H210] orders.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create order_nr, which nobody uses yet
BEGIN;
CREATE SEQUENCE order_nr START WITH 1 INCREMENT BY 50;
COMMIT;

-- accrete:step 2 transaction locks=orders orders.id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ALTER COLUMN id TYPE uuid USING cast(lpad(cast(id as varchar), 32, '0') as uuid);
COMMIT;
