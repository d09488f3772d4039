-- accrete:migration V0002 case postgresql
-- accrete:model 1:08c33bc2b49516cf273d7d74ee7f6426
-- accrete:verdict breaking
--
-- Changes
--   orders_ids   create sequence start 1 increment 50
--   orders_ids   drop table
-- Locks
--   orders_ids   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] orders_ids: the running version of the application still uses the table
--   [ACC-H301] orders_ids: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=orders_ids drop orders_ids
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders_ids IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE orders_ids;
COMMIT;

-- accrete:step 2 transaction create orders_ids, which nobody uses yet
BEGIN;
CREATE SEQUENCE orders_ids START WITH 1 INCREMENT BY 50;
COMMIT;
