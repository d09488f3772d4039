-- accrete:undo V0002 case postgresql
-- accrete:model 1:68cc5722cf6099b569ecc89d8f12cb98
-- accrete:verdict breaking
--
-- Changes
--   van               drop foreign key van_id_fkey (id) to vehicle            Van
--   delivery          drop foreign key delivery_van_id_fkey (van_id) to van   Delivery
--   delivery          drop unique constraint delivery_van_id_key (van_id)     Delivery
--   delivery.van_id   drop column                                             Delivery.vanId
--   vehicle           drop table                                              Vehicle
--   van               drop table                                              Van
-- Locks
--   delivery          ACCESS EXCLUSIVE, instant
--   van               ACCESS EXCLUSIVE, instant
--   vehicle           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] delivery.van_id: the running version of the application still reads and writes the column
--   [ACC-H301] delivery.van_id: its data is gone for good
--   [ACC-H202] vehicle: the running version of the application still uses the table
--   [ACC-H301] vehicle: its data is gone for good
--   [ACC-H202] van: the running version of the application still uses the table
--   [ACC-H301] van: its data is gone for good
-- Data that does not come back
--   van: all rows
--   vehicle: all rows
--   delivery.van_id: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=delivery,van delivery: drop foreign key delivery_van_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delivery, van IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE delivery DROP CONSTRAINT delivery_van_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=delivery delivery: drop unique key delivery_van_id_key; delivery.van_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delivery IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE delivery DROP CONSTRAINT delivery_van_id_key;
ALTER TABLE delivery DROP COLUMN van_id;
COMMIT;

-- accrete:step 3 transaction locks=van,vehicle drop van, vehicle
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE van, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE van, vehicle;
COMMIT;
