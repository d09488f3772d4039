-- accrete:migration V0002 case h2
-- accrete:model 1:08c33bc2b49516cf273d7d74ee7f6426
-- accrete:verdict breaking
--
-- Changes
--   orders_ids   create sequence start 1 increment 50
--   orders_ids   drop table
-- Locks
--   none
-- Hazards
--   [ACC-H202] orders_ids: the running version of the application still uses the table
--   [ACC-H301] orders_ids: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit drop orders_ids
DROP TABLE IF EXISTS orders_ids;

-- accrete:step 2 autocommit create orders_ids
CREATE SEQUENCE orders_ids START WITH 1 INCREMENT BY 50;
